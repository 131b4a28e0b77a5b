package dev.sluice.core.lifecycle;

import java.util.Set;

/** What became of a file that landed. */
public enum FileState {
  /** Registered, not yet validated. */
  NEW,
  /** Keeps its contract; a copy lies in the raw zone. */
  VALID,
  /** Breaks its contract; a copy and a report lie in the failed bucket. */
  INVALID,
  /** A run has processed it to the end. */
  INGESTED;

  /**
   * True where a file may go from this state to the next. Any state may become NEW when a newer
   * version of the object arrives; without one only INVALID may, as a replay.
   */
  public boolean mayBecome(FileState next) {
    return next().contains(next);
  }

  private Set<FileState> next() {
    return switch (this) {
      case NEW -> Set.of(VALID, INVALID);
      case VALID -> Set.of(INGESTED);
      case INVALID -> Set.of(NEW);
      case INGESTED -> Set.of();
    };
  }
}
