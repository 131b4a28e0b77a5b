package dev.sluice.local.asl;

import dev.sluice.local.asl.run.Timer;
import dev.sluice.local.asl.run.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes when a test says so. */
final class ManualTimers extends Clock implements Timers {
  private record Due(Instant at, Runnable action) {}

  private final List<Due> due = new ArrayList<>();
  private final List<Duration> asked = new ArrayList<>();
  private Instant now = Instant.parse("2030-01-31T10:00:00Z");

  @Override
  public synchronized Timer after(Duration delay, Runnable action) {
    Due timer = new Due(now.plus(delay), action);
    asked.add(delay);
    due.add(timer);
    return () -> cancel(timer);
  }

  private synchronized void cancel(Due timer) {
    due.remove(timer);
  }

  /** The delays that were asked for, in order. */
  synchronized List<Duration> asked() {
    return List.copyOf(asked);
  }

  synchronized int pending() {
    return due.size();
  }

  void advance(Duration by) {
    List<Due> ready;
    synchronized (this) {
      now = now.plus(by);
      ready = due.stream().filter(d -> !d.at().isAfter(now)).toList();
      due.removeAll(ready);
    }
    ready.stream().sorted(Comparator.comparing(Due::at)).forEach(d -> d.action().run());
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public void close() {}
}
