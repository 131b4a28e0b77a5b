package dev.sluice.lambda.mail;

/** Sends text to the people who watch the pipeline. Thread-safe. */
public interface Mail {

  /** Subjects hold fewer than 100 characters of ASCII; this many at most. */
  int SUBJECT_LIMIT = 99;

  /**
   * Sends one mail. What a subject may not hold is replaced, what is too long is cut with a mark.
   *
   * @param subject one line
   * @param body plain text
   */
  void send(String subject, String body);
}
