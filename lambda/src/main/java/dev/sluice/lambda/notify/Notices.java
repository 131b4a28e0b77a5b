package dev.sluice.lambda.notify;

/** Remembers which mails were sent. Thread-safe. */
public interface Notices {

  /** What became of a claim. */
  enum Claim {
    /** The mail is ours to send. */
    GRANTED,
    /** It was sent. */
    SENT,
    /** Another invocation is at it, or died at it less than its lease ago. */
    TAKEN
  }

  /** Claims a mail for two minutes. */
  Claim claim(String id);

  /** Gives a claim back, where no mail could be sent, so that the next try need not wait. */
  void release(String id);

  /** Says that the mail was sent. */
  void sent(String id);

  /** Sends a mail that was claimed; gives the claim back where it cannot be sent. */
  default void sending(String id, Runnable send) {
    try {
      send.run();
    } catch (RuntimeException e) {
      try {
        release(id);
      } catch (RuntimeException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
    sent(id);
  }
}
