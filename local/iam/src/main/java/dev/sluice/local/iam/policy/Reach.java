package dev.sluice.local.iam.policy;

/** How a statement of a resource-based policy meets a principal. */
public enum Reach {
  /** It speaks of others. */
  NONE,
  /** It names the principal's account, which may hand on what it is allowed. */
  ACCOUNT,
  /** It names the principal itself, its role, or everyone. */
  DIRECT
}
