package dev.sluice.construct;

/** Turns names into other spellings. */
public final class Names {
  private Names() {}

  /**
   * {@code list-files} and {@code process_sales} become {@code ListFiles}, {@code ProcessSales}.
   */
  public static String pascal(String name) {
    StringBuilder pascal = new StringBuilder();
    for (String word : name.split("[-_]")) {
      pascal.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return pascal.toString();
  }
}
