package dev.sluice.lambda.load;

import java.time.Duration;

/**
 * How much a source may ask of us.
 *
 * @param bytes of one feed, as it comes over the wire and after it is unpacked
 * @param request the longest silence of a server, and the longest time to read one body
 * @param patience for retries, over all feeds of a load
 */
public record Limits(int bytes, Duration request, Duration patience) {

  public Limits {
    if (bytes < 1 || request.toMillis() < 1 || patience.isNegative()) {
      throw new IllegalArgumentException(
          "found limits of %d bytes, %s a request and %s of patience, expected more than none"
              .formatted(bytes, request, patience));
    }
  }
}
