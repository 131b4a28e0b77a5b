package dev.sluice.local.iam.policy;

/** What a statement does where it applies. */
public enum Effect {
  ALLOW("Allow"),
  DENY("Deny");

  private final String word;

  Effect(String word) {
    this.word = word;
  }

  static Effect of(String word) {
    for (Effect effect : values()) {
      if (effect.word.equals(word)) {
        return effect;
      }
    }
    throw new IllegalArgumentException("found '" + word + "', expected Allow or Deny");
  }
}
