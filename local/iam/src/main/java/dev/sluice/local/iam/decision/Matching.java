package dev.sluice.local.iam.decision;

import dev.sluice.local.iam.policy.Effect;
import dev.sluice.local.iam.policy.Policy;
import dev.sluice.local.iam.policy.Reach;
import dev.sluice.local.iam.policy.Statement;
import dev.sluice.local.iam.policy.Use;
import dev.sluice.local.iam.request.AccessRequest;
import java.util.ArrayList;
import java.util.List;

/** The statements of one kind of policy that apply to a request, by what they do. */
final class Matching {
  private final List<Use> denying = new ArrayList<>();
  private final List<Use> allowing = new ArrayList<>();
  private final List<Use> delegating = new ArrayList<>();

  Matching(AccessRequest request, List<Policy> policies) {
    for (Policy policy : policies) {
      for (Statement statement : policy.document().statements()) {
        Reach reach = statement.reach(request.principal());
        if (reach != Reach.NONE && statement.applies(request)) {
          list(statement.effect(), reach).add(policy.use(statement, request));
        }
      }
    }
  }

  private List<Use> list(Effect effect, Reach reach) {
    if (effect == Effect.DENY) {
      return denying;
    }
    return reach == Reach.DIRECT ? allowing : delegating;
  }

  List<Use> denying() {
    return denying;
  }

  /** Those that allow the principal itself. */
  List<Use> allowing() {
    return allowing;
  }

  /** Those that allow the principal's account. */
  List<Use> delegating() {
    return delegating;
  }
}
