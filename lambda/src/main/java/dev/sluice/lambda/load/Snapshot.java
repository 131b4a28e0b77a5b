package dev.sluice.lambda.load;

import java.time.Instant;
import java.util.Arrays;

/**
 * A feed at one moment, checked.
 *
 * @param body as it came, unpacked
 * @param etag by which the server knows this state again; null where it gave none
 * @param lastUpdated as the feed says
 */
record Snapshot(byte[] body, String etag, Instant lastUpdated) {

  /** True where it says the same, byte by byte; a server without tags sends it every time. */
  boolean isSameAs(Snapshot other) {
    return lastUpdated.equals(other.lastUpdated) && Arrays.equals(body, other.body);
  }
}
