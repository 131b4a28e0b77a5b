package dev.sluice.local.iam.policy;

import dev.sluice.local.iam.request.Administrator;
import dev.sluice.local.iam.request.Principal;
import dev.sluice.local.iam.request.RoleSession;
import dev.sluice.local.iam.request.ServicePrincipal;
import java.util.Set;

/**
 * The principals that a statement names. Immutable.
 *
 * @param except whether it speaks of everyone but them, as NotPrincipal does
 * @param everyone whether {@code *} is among them
 * @param accounts by their twelve digits
 * @param arns of roles, of their sessions, and of users, of which there are none here
 * @param services for example {@code events.amazonaws.com}
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
record Principals(
    boolean except,
    boolean everyone,
    Set<String> accounts,
    Set<String> arns,
    Set<String> services) {
  Principals {
    accounts = Set.copyOf(accounts);
    arns = Set.copyOf(arns);
    services = Set.copyOf(services);
  }

  Reach reach(Principal principal) {
    if (except) {
      return excepts(principal) ? Reach.NONE : Reach.DIRECT;
    }
    if (everyone) {
      return Reach.DIRECT;
    }
    if (principal instanceof RoleSession session) {
      if (arns.contains(session.roleArn()) || arns.contains(session.sessionArn())) {
        return Reach.DIRECT;
      }
      return accounts.contains(session.account()) ? Reach.ACCOUNT : Reach.NONE;
    }
    return names(principal) ? Reach.DIRECT : Reach.NONE;
  }

  /**
   * Whether NotPrincipal leaves the principal alone. A session is asked for its account, then for
   * its role, and has to be named by both.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</a>
   */
  private boolean excepts(Principal principal) {
    if (everyone) {
      return true;
    }
    if (principal instanceof RoleSession session) {
      return accounts.contains(session.account()) && arns.contains(session.roleArn());
    }
    return names(principal);
  }

  private boolean names(Principal principal) {
    if (principal instanceof Administrator administrator) {
      return accounts.contains(administrator.account());
    }
    return principal instanceof ServicePrincipal service && services.contains(service.name());
  }
}
