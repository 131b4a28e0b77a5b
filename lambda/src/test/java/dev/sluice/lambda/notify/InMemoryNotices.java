package dev.sluice.lambda.notify;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** {@link Notices} in memory. */
public final class InMemoryNotices implements Notices {
  private final Clock clock;
  private final Map<String, Instant> leases = new HashMap<>();

  public InMemoryNotices(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Claim claim(String id) {
    Instant lease = leases.get(id);
    if (lease != null && lease.equals(Instant.MAX)) {
      return Claim.SENT;
    } else if (lease != null && !lease.isBefore(clock.instant())) {
      return Claim.TAKEN;
    }
    leases.put(id, clock.instant().plusSeconds(120));
    return Claim.GRANTED;
  }

  @Override
  public synchronized void release(String id) {
    leases.remove(id);
  }

  @Override
  public synchronized void sent(String id) {
    leases.put(id, Instant.MAX);
  }
}
