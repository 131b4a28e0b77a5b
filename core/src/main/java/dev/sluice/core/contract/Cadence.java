package dev.sluice.core.contract;

/** How often a dataset gets a new file; told to people, never computed with. */
public enum Cadence {
  DAILY,
  MONTHLY;

  /** The word used in contracts and messages, for example {@code monthly}. */
  public String text() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
