package dev.sluice.lambda.wait;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Waits in a map; held to the same contract as DynamoDB's. */
public final class InMemoryWaiters implements Waiters {

  private final Map<String, Waiter> waiters = new TreeMap<>();

  @Override
  public synchronized void add(Waiter waiter, Instant expiresAt) {
    waiters.put(key(waiter), waiter);
  }

  @Override
  public synchronized List<Waiter> of(String dataset) {
    return waiters.values().stream().filter(w -> w.dataset().equals(dataset)).toList();
  }

  @Override
  public synchronized void remove(Waiter waiter) {
    waiters.remove(key(waiter), waiter);
  }

  private static String key(Waiter waiter) {
    return waiter.dataset() + "\n" + waiter.execution();
  }
}
