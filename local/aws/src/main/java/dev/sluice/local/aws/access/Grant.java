package dev.sluice.local.aws.access;

/**
 * One action on one resource that a role's policy allows.
 *
 * @param role name
 * @param policy name of the policy that says it
 * @param statement its place in the policy as written, from 0
 * @param resource pattern as in the policy
 * @param condition as JSON, empty for none
 */
public record Grant(
    String role, String policy, int statement, String action, String resource, String condition) {
  /** The same in every deployment, as long as the policy grants it. */
  String key() {
    return action + " " + resource + (condition.isEmpty() ? "" : " " + condition);
  }
}
