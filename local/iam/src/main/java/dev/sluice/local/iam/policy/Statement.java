package dev.sluice.local.iam.policy;

import dev.sluice.local.iam.condition.Condition;
import dev.sluice.local.iam.pattern.ActionPattern;
import dev.sluice.local.iam.pattern.ArnPattern;
import dev.sluice.local.iam.request.AccessRequest;
import dev.sluice.local.iam.request.Principal;
import java.util.List;
import java.util.function.Predicate;

/**
 * One statement of a policy. Immutable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">Elements</a>
 */
public final class Statement {
  private final int index;
  private final String sid;
  private final Effect effect;
  private final Principals principals;
  private final Selection<ActionPattern> actions;
  private final Selection<ArnPattern> resources;
  private final List<Condition> conditions;

  /**
   * A statement.
   *
   * @param sid may be null
   * @param principals null in an identity-based policy
   * @param resources null in a trust policy
   */
  Statement(
      int index,
      String sid,
      Effect effect,
      Principals principals,
      Selection<ActionPattern> actions,
      Selection<ArnPattern> resources,
      List<Condition> conditions) {
    this.index = index;
    this.sid = sid;
    this.effect = effect;
    this.principals = principals;
    this.actions = actions;
    this.resources = resources;
    this.conditions = List.copyOf(conditions);
  }

  /** Its place in the policy as written, from 0. */
  public int index() {
    return index;
  }

  /** Null where it has none. */
  public String sid() {
    return sid;
  }

  public Effect effect() {
    return effect;
  }

  boolean namesPrincipals() {
    return principals != null;
  }

  boolean excludesPrincipals() {
    return principals != null && principals.except();
  }

  boolean namesResources() {
    return resources != null;
  }

  /** Its patterns of actions as written; of NotAction one text for all. */
  public List<String> actions() {
    return actions.parts();
  }

  /**
   * Its patterns of resources as written; of NotResource one text for all; none in a trust policy.
   */
  public List<String> resources() {
    return resources == null ? List.of() : resources.parts();
  }

  /** By which of {@link #actions} it speaks of the request. */
  List<String> actions(AccessRequest request) {
    return actions.parts(speaksOfAction(request));
  }

  /** By which of {@link #resources} it speaks of the request. */
  List<String> resources(AccessRequest request) {
    return resources == null ? List.of() : resources.parts(speaksOfResource(request));
  }

  private static Predicate<ActionPattern> speaksOfAction(AccessRequest request) {
    return pattern -> pattern.matches(request.actionInSmallLetters());
  }

  private static Predicate<ArnPattern> speaksOfResource(AccessRequest request) {
    return pattern -> pattern.matches(request.arn(), request.context());
  }

  /** Whether action, resource and conditions are as the request has them; principals apart. */
  public boolean applies(AccessRequest request) {
    if (!actions.holds(speaksOfAction(request))) {
      return false;
    }
    if (resources != null && !resources.holds(speaksOfResource(request))) {
      return false;
    }
    for (Condition condition : conditions) {
      if (!condition.holds(request.context())) {
        return false;
      }
    }
    return true;
  }

  /** How it meets the principal; an identity-based policy's meets everyone that has the policy. */
  public Reach reach(Principal principal) {
    return principals == null ? Reach.DIRECT : principals.reach(principal);
  }
}
