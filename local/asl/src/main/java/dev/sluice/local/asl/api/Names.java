package dev.sluice.local.asl.api;

/** Names of machines and executions. */
public final class Names {
  private static final String FORBIDDEN = "<>{}[]?*\"#%\\^|~`$&,;:/";

  private Names() {}

  /**
   * @throws AslException InvalidName
   */
  public static void check(String name) {
    boolean good = name != null && !name.isEmpty() && name.length() <= 80;
    for (int i = 0; good && i < name.length(); i++) {
      char c = name.charAt(i);
      good = !Character.isISOControl(c) && !Character.isWhitespace(c) && FORBIDDEN.indexOf(c) < 0;
    }
    if (!good) {
      throw new AslException(
          "InvalidName",
          "Invalid Name: '"
              + name
              + "': use 1 to 80 characters without spaces, control characters or any of "
              + FORBIDDEN);
    }
  }
}
