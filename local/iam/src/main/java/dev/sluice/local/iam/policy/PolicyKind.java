package dev.sluice.local.iam.policy;

/** Where a policy is attached, which decides what its statements must and must not say. */
public enum PolicyKind {
  /** Of a role: inline, or managed and attached. */
  IDENTITY("identity-based policy", false, true),
  /** Of a bucket, a topic, a queue, a function. */
  RESOURCE("resource-based policy", true, true),
  /** Of a key. Refusals speak of it as of any resource's. */
  KMS_KEY("resource-based policy", true, true),
  /** Of a role: who may assume it. Its resource is the role itself. */
  TRUST("role trust policy", true, false);

  private final String words;
  private final boolean principals;
  private final boolean resources;

  PolicyKind(String words, boolean principals, boolean resources) {
    this.words = words;
    this.principals = principals;
    this.resources = resources;
  }

  /** As refusals name it. */
  public String words() {
    return words;
  }

  /** Whether its statements name principals: all of them, or none. */
  boolean namesPrincipals() {
    return principals;
  }

  /** Whether its statements name resources: all of them, or none. */
  boolean namesResources() {
    return resources;
  }
}
