package dev.sluice.local.iam.decision;

import dev.sluice.local.iam.policy.Policy;
import dev.sluice.local.iam.policy.PolicyKind;
import dev.sluice.local.iam.policy.Use;
import dev.sluice.local.iam.request.AccessRequest;
import dev.sluice.local.iam.request.Administrator;
import dev.sluice.local.iam.request.RoleSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides requests within one account. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class Evaluation {
  private Evaluation() {}

  /**
   * Decides a request.
   *
   * @param identityPolicies of the principal's role; none for other principals
   * @param resourcePolicy of the resource, where it has one
   * @throws IllegalArgumentException where a policy is of another kind than the rule has
   */
  public static Decision decide(
      AccessRequest request,
      List<Policy> identityPolicies,
      Optional<Policy> resourcePolicy,
      Rule rule) {
    identityPolicies.forEach(policy -> check(policy, PolicyKind.IDENTITY));
    resourcePolicy.ifPresent(policy -> check(policy, rule.resourcePolicy()));
    Matching identity = new Matching(request, identityPolicies);
    Matching resource = new Matching(request, resourcePolicy.stream().toList());
    if (!identity.denying().isEmpty()) {
      return denied(request, PolicyKind.IDENTITY, identity.denying());
    }
    if (!resource.denying().isEmpty()) {
      return denied(request, rule.resourcePolicy(), resource.denying());
    }
    if (request.principal() instanceof RoleSession) {
      return rule == Rule.ORDINARY
          ? either(request, identity, resource)
          : trusted(request, identity, resource, rule);
    }
    boolean unlimited = request.principal() instanceof Administrator && rule == Rule.ORDINARY;
    return unlimited || !resource.allowing().isEmpty()
        ? allowed(request, resource.allowing())
        : missing(request, rule.resourcePolicy());
  }

  private static Decision either(AccessRequest request, Matching identity, Matching resource) {
    List<Use> all = joined(identity.allowing(), resource.allowing());
    return all.isEmpty() ? missing(request, PolicyKind.IDENTITY) : allowed(request, all);
  }

  private static Decision trusted(
      AccessRequest request, Matching identity, Matching resource, Rule rule) {
    boolean delegated = !resource.delegating().isEmpty() && !identity.allowing().isEmpty();
    if (delegated) {
      List<Use> both = joined(resource.delegating(), identity.allowing());
      return allowed(request, joined(resource.allowing(), both));
    }
    if (!resource.allowing().isEmpty()) {
      return allowed(request, resource.allowing());
    }
    return missing(
        request, resource.delegating().isEmpty() ? rule.resourcePolicy() : PolicyKind.IDENTITY);
  }

  private static List<Use> joined(List<Use> first, List<Use> second) {
    List<Use> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static Decision allowed(AccessRequest request, List<Use> by) {
    return new Decision(request, Verdict.ALLOWED, null, by);
  }

  private static Decision denied(AccessRequest request, PolicyKind kind, List<Use> by) {
    return new Decision(request, Verdict.EXPLICIT_DENY, kind, by);
  }

  private static Decision missing(AccessRequest request, PolicyKind kind) {
    return new Decision(request, Verdict.IMPLICIT_DENY, kind, List.of());
  }

  private static void check(Policy policy, PolicyKind expected) {
    if (policy.kind() != expected) {
      throw new IllegalArgumentException(
          "found the policy "
              + policy.name()
              + " of the kind "
              + policy.kind()
              + ", expected "
              + expected
              + " in this place");
    }
  }
}
