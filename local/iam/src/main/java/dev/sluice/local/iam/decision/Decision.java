package dev.sluice.local.iam.decision;

import dev.sluice.local.iam.policy.PolicyKind;
import dev.sluice.local.iam.policy.StatementId;
import dev.sluice.local.iam.policy.Use;
import dev.sluice.local.iam.request.AccessRequest;
import java.util.List;

/**
 * What became of a request, and why. Immutable.
 *
 * @param kind of the policy that denies, or that is missing; null where the request is allowed
 * @param uses of all statements that allowed or denied it; none where an administrator needs none,
 *     or where no statement allows
 */
public record Decision(AccessRequest request, Verdict verdict, PolicyKind kind, List<Use> uses) {
  public Decision {
    uses = List.copyOf(uses);
  }

  /** The statements that allowed or denied it. */
  public List<StatementId> statements() {
    return uses.stream().map(Use::statement).toList();
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
