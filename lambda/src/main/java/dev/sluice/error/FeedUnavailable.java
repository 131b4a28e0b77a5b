package dev.sluice.error;

/**
 * A source of feeds did not answer, or only that it cannot now, for as long as we are patient. A
 * redrive asks again; nothing was stored.
 */
public final class FeedUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param url without query, user or anything else that may be secret
   * @param reason what happened last, and for how long it was tried
   */
  public FeedUnavailable(String url, String reason, Throwable cause) {
    super(url + ": " + reason + "; redrive when it answers again", cause);
  }
}
