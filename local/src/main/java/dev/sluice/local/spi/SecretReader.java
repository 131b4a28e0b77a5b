package dev.sluice.local.spi;

/** Reads secrets inside this process. */
public interface SecretReader {
  /**
   * The current secret string.
   *
   * @param id name or ARN
   * @throws dev.sluice.local.endpoint.ServiceError ResourceNotFoundException if there is none
   */
  String secretString(String id);
}
