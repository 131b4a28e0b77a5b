package dev.sluice.local.spark;

/** What happened, in one line. */
final class Sentence {
  private static final int LONGEST = 1_000;

  private Sentence() {}

  /**
   * Tells of an exception. One that the job itself defines speaks for itself; of others the class
   * is said too.
   *
   * @param own loader of the job's classes, may be null
   */
  static String of(Throwable thrown, ClassLoader own) {
    String message = thrown.getMessage();
    if (message == null || message.isBlank()) {
      return thrown.getClass().getName();
    }
    boolean plain =
        thrown instanceof PlainException
            || (own != null && thrown.getClass().getClassLoader() == own);
    String line = message.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    line = plain ? line : thrown.getClass().getSimpleName() + ": " + line;
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
