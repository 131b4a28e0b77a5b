package dev.sluice.error;

/**
 * A source of feeds, or what it answered, cannot be used: an address that must not be asked, a
 * refusal, a body that is no feed. Trying again changes nothing until somebody corrects it; nothing
 * was stored.
 */
public final class FeedInvalid extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param url without query, user or anything else that may be secret
   * @param found in a few words, never a quotation of what a server answered
   * @param expected and what to do about it
   */
  public FeedInvalid(String url, String found, String expected) {
    super(url + ": found " + found + ", expected " + expected);
  }
}
