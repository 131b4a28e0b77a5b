package dev.sluice.error;

/** A crawl was not done after as many polls as we allow. A redrive starts it again. */
public final class CrawlTimedOut extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CrawlTimedOut(String message) {
    super(message);
  }
}
