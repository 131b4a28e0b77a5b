package dev.sluice.local.iam.request;

import java.util.Map;

/**
 * Who makes a request. Immutable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
public sealed interface Principal permits RoleSession, ServicePrincipal, Administrator, Anonymous {
  /** As a refusal names it: an ARN where it has one, else a name. */
  String name();

  /** The condition keys that follow from who it is. */
  Map<String, String> keys();

  /** What runs with a role's credentials. */
  static Principal roleSession(String roleArn, String sessionArn) {
    return new RoleSession(roleArn, sessionArn);
  }

  /** A service that acts for itself, for example {@code lambda.amazonaws.com}. */
  static Principal service(String name) {
    return new ServicePrincipal(name);
  }

  /** Whom no identity-based policy limits. */
  static Principal administrator(String account) {
    return new Administrator(account);
  }

  /** Whose request is not signed. */
  static Principal anonymous() {
    return new Anonymous();
  }
}
