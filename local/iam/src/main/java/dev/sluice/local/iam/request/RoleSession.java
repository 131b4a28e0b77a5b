package dev.sluice.local.iam.request;

import dev.sluice.local.base.hash.Digest;
import dev.sluice.local.iam.pattern.Arn;
import java.util.Locale;
import java.util.Map;

/**
 * What runs with a role's credentials.
 *
 * @param roleArn with the role's path
 * @param sessionArn {@code arn:aws:sts::<account>:assumed-role/<role>/<session>}
 */
public record RoleSession(String roleArn, String sessionArn) implements Principal {
  /**
   * Two ARNs that belong together.
   *
   * @throws IllegalArgumentException where they name different roles, or are other ARNs
   */
  public RoleSession {
    Arn role = Arn.of(roleArn);
    Arn session = Arn.of(sessionArn);
    String name = role.resource().substring(role.resource().lastIndexOf('/') + 1);
    if (!role.service().equals("iam")
        || !role.resource().startsWith("role/")
        || !session.service().equals("sts")
        || !session.account().equals(role.account())
        || !session.resource().matches("assumed-role/[^/]+/[^/]+")
        || !session.resource().split("/")[1].equals(name)) {
      throw new IllegalArgumentException(
          "found the role '"
              + roleArn
              + "' with the session '"
              + sessionArn
              + "', expected arn:aws:iam::<account>:role/<path><role> with "
              + "arn:aws:sts::<account>:assumed-role/<role>/<session>");
    }
  }

  public String account() {
    return Arn.of(roleArn).account();
  }

  public String sessionName() {
    return sessionArn.substring(sessionArn.lastIndexOf('/') + 1);
  }

  /** An identifier of the form of a role's, and the same for the same role. */
  public String roleId() {
    String digest = Digest.sha256(roleArn).toUpperCase(Locale.ROOT);
    return "AROA" + digest.substring(0, 17);
  }

  @Override
  public String name() {
    return sessionArn;
  }

  @Override
  public Map<String, String> keys() {
    return Map.of(
        "aws:PrincipalArn",
        roleArn,
        "aws:PrincipalAccount",
        account(),
        "aws:PrincipalType",
        "AssumedRole",
        "aws:PrincipalIsAWSService",
        "false",
        "aws:userid",
        roleId() + ":" + sessionName());
  }
}
