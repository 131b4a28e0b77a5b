package dev.sluice.lambda.audit;

/** What became of a file so far. */
public enum FileState {
  /** Arrived, not looked at yet. */
  NEW,
  /** Keeps its contract and lies in the raw zone. */
  VALID,
  /** Breaks its contract and lies in the failed bucket. */
  INVALID,
  /** Processed by a run. */
  INGESTED
}
