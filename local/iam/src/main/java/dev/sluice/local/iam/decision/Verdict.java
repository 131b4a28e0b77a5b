package dev.sluice.local.iam.decision;

/** What became of a request. */
public enum Verdict {
  ALLOWED,
  /** A statement denies it. */
  EXPLICIT_DENY,
  /** No statement allows it. */
  IMPLICIT_DENY
}
