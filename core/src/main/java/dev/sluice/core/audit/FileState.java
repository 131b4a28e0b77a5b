package dev.sluice.core.audit;

/**
 * What became of a file that landed.
 *
 * <p>Whatever its state, a file becomes NEW when a newer version of its object arrives; the
 * sequencer says which is newer. A replay is such an arrival: it puts the file back under its key.
 */
public enum FileState {
  /** Registered, not yet validated. */
  NEW,
  /** Keeps its contract; its rows lie in the raw zone. */
  VALID,
  /** Breaks its contract, or was quarantined; a copy and a report lie in the failed bucket. */
  INVALID,
  /** A run has processed it to the end. */
  INGESTED;

  /**
   * True where one version of a file may come from this state to the next: by a step's work, or, to
   * INVALID, because somebody takes rows out of the raw zone that a step cannot read.
   */
  public boolean mayBecome(FileState next) {
    return switch (this) {
      case NEW -> next == VALID || next == INVALID;
      case VALID -> next == INGESTED || next == INVALID;
      case INGESTED -> next == INVALID;
      case INVALID -> false;
    };
  }
}
