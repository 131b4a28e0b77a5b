package dev.sluice.core.validate;

/** TRUE or FALSE, in any case. */
enum BooleanCheck implements FieldCheck {
  INSTANCE;

  private static final int LOWER = 0x20;

  @Override
  public ViolationKind check(byte[] bytes, int from, int to) {
    return spells("true", bytes, from, to) || spells("false", bytes, from, to)
        ? null
        : ViolationKind.TYPE;
  }

  private static boolean spells(String word, byte[] bytes, int from, int to) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((bytes[from + i] | LOWER) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String expected(ViolationKind kind) {
    return "TRUE or FALSE";
  }
}
