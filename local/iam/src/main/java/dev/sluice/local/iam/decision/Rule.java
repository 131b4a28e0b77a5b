package dev.sluice.local.iam.decision;

import dev.sluice.local.iam.policy.PolicyKind;

/**
 * How identity-based and resource-based policies of one account are taken together. A service that
 * acts for itself has no identity-based policies: there the resource's decides alone under each
 * rule.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html">Evaluation
 *     in one account</a>
 */
public enum Rule {
  /** Either kind of policy is enough. */
  ORDINARY(PolicyKind.RESOURCE),
  /**
   * The key policy has to allow the principal itself, or its account, which hands the decision to
   * identity-based policies.
   *
   * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html">Key
   *     policies</a>
   */
  KMS_KEY(PolicyKind.KMS_KEY),
  /** As for keys, with the role's trust policy. */
  ASSUME_ROLE(PolicyKind.TRUST);

  private final PolicyKind resourcePolicy;

  Rule(PolicyKind resourcePolicy) {
    this.resourcePolicy = resourcePolicy;
  }

  /** The kind of policy that the resource has under this rule. */
  PolicyKind resourcePolicy() {
    return resourcePolicy;
  }
}
