package dev.sluice.local.aws.access;

/**
 * What signs calls.
 *
 * @param sessionToken null for the administrator, whose keys are no session's
 */
public record Credentials(String accessKeyId, String secretAccessKey, String sessionToken) {
  /** Keeps secrets out of logs. */
  @Override
  public String toString() {
    return "Credentials[" + accessKeyId + "]";
  }
}
