package dev.sluice.local.aws.spi;

/** Reads secrets inside this process. */
public interface SecretReader {
  /**
   * The current secret string.
   *
   * @param id name or ARN
   * @throws dev.sluice.local.aws.endpoint.ServiceError ResourceNotFoundException if there is none
   */
  String secretString(String id);
}
