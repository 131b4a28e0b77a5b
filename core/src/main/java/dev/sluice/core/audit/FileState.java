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
  /** Breaks its contract; a copy and a report lie in the failed bucket. */
  INVALID,
  /** A run has processed it to the end. */
  INGESTED;

  /** True where a step's work may bring one version of a file from this state to the next. */
  public boolean mayBecome(FileState next) {
    return this == NEW ? next == VALID || next == INVALID : this == VALID && next == INGESTED;
  }
}
