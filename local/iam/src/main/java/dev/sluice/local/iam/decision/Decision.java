package dev.sluice.local.iam.decision;

import dev.sluice.local.iam.policy.PolicyKind;
import dev.sluice.local.iam.policy.StatementId;
import dev.sluice.local.iam.request.AccessRequest;
import java.util.List;

/**
 * What became of a request, and why. Immutable.
 *
 * @param kind of the policy that denies, or that is missing; null where the request is allowed
 * @param statements all that allowed or denied it; none where an administrator needs none, or where
 *     no statement allows
 */
public record Decision(
    AccessRequest request, Verdict verdict, PolicyKind kind, List<StatementId> statements) {
  public Decision {
    statements = List.copyOf(statements);
  }

  public boolean allowed() {
    return verdict == Verdict.ALLOWED;
  }

  /**
   * The refusal in AWS's words.
   *
   * @throws IllegalStateException where the request is allowed
   */
  public String refusal() {
    return Refusal.message(this);
  }
}
