package dev.sluice.lambda.file;

/** What a step made of a file. */
public enum Verdict {
  /** It lies in the raw zone. */
  VALID,
  /** It lies in the failed bucket. */
  INVALID,
  /** Not this run's any more: a newer version came, or another run was first. */
  SUPERSEDED
}
