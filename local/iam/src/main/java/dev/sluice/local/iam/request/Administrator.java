package dev.sluice.local.iam.request;

import java.util.Map;

/**
 * The account's own user. What a resource-based policy denies, is denied to it too, and a key or a
 * role has to trust it.
 *
 * @param account twelve digits
 */
public record Administrator(String account) implements Principal {
  /**
   * An account.
   *
   * @throws IllegalArgumentException where it is not twelve digits
   */
  public Administrator {
    if (!account.matches("\\d{12}")) {
      throw new IllegalArgumentException(
          "found the account '" + account + "', expected twelve digits");
    }
  }

  @Override
  public String name() {
    return "arn:aws:iam::" + account + ":root";
  }

  @Override
  public Map<String, String> keys() {
    return Map.of(
        "aws:PrincipalArn",
        name(),
        "aws:PrincipalAccount",
        account,
        "aws:PrincipalType",
        "Account",
        "aws:PrincipalIsAWSService",
        "false",
        "aws:userid",
        account);
  }
}
