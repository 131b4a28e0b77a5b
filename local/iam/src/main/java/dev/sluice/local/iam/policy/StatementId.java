package dev.sluice.local.iam.policy;

/**
 * Names a statement, so that its use can be counted.
 *
 * @param index its place in the policy as written, from 0
 * @param sid null where it has none
 */
public record StatementId(String policy, int index, String sid) {
  @Override
  public String toString() {
    return policy + "[" + index + "]" + (sid == null || sid.isEmpty() ? "" : " " + sid);
  }
}
