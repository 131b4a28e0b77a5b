package dev.sluice.core.function;

import java.util.List;

/** Names of what functions count, as steps put it out and commands show it. */
public final class Counted {
  public static final String VALID = "valid";
  public static final String INVALID = "invalid";

  /** Data rows of the valid files. */
  public static final String ROWS = "rows";

  /** Files of which a newer version came, or which another run had first. */
  public static final String SUPERSEDED = "superseded";

  /** Files that a run has processed to the end. */
  public static final String INGESTED = "ingested";

  /** Children of a map. */
  public static final String SUCCEEDED = "succeeded";

  /** Children of a map. */
  public static final String FAILED = "failed";

  public static final String ITEMS = "items";
  public static final String TABLES = "tables";

  /** Feeds that were stored. */
  public static final String LOADED = "loaded";

  /** Feeds that had been stored before, as they are. */
  public static final String UNCHANGED = "unchanged";

  /** What the validation of a batch counts. */
  public static final List<String> OF_A_BATCH = List.of(VALID, INVALID, ROWS, SUPERSEDED);

  private Counted() {}
}
