package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.aws.endpoint.ServiceError;

/**
 * How large an event may be, by the way in which it is handed over.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
enum PayloadLimit {
  SYNCHRONOUS("RequestResponse", 6 << 20),
  ASYNCHRONOUS("Event", 1 << 20);

  private final String invocationType;
  private final int bytes;

  PayloadLimit(String invocationType, int bytes) {
    this.invocationType = invocationType;
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  /**
   * Lets an event pass that is small enough.
   *
   * @throws ServiceError RequestEntityTooLargeException, by which Lambda answers; its reference
   *     calls it RequestTooLargeException
   */
  void check(byte[] event) {
    if (event.length > bytes) {
      throw new ServiceError(
          "RequestEntityTooLargeException",
          "%d byte payload is too large for the %s invocation type (limit %d bytes)"
              .formatted(event.length, invocationType, bytes),
          413);
    }
  }
}
