package dev.sluice.core.contract;

import java.util.Locale;

/** What happens to a personal value on its way from the raw zone to the curated zone. */
public enum PiiRule {
  /** Replaced by a hash: equal values stay equal, so that joins and counts still work. */
  HASH,
  /** Replaced by a fixed mask: only whether there was a value remains. */
  MASK,
  /** Left out altogether. */
  DROP;

  /** The word used in contracts, for example {@code hash}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
