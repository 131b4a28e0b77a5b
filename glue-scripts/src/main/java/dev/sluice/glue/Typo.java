package dev.sluice.glue;

/** Tells misspelt names from different ones. */
final class Typo {
  private static final int NEAR = 2;

  private Typo() {}

  /**
   * True where two letters at most must change, and the names are long enough for that to mean
   * something.
   */
  static boolean isLikely(String found, String expected) {
    if (found.equals(expected) || Math.min(found.length(), expected.length()) <= NEAR + 1) {
      return false;
    }
    return distance(found, expected) <= NEAR;
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
