package dev.sluice.local.aws.services.scheduler;

import dev.sluice.local.base.thread.DaemonThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires entries when their time comes. */
final class Ticker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

  /** A laptop sleeps, and its timers with it: never wait longer than this without a look. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Clock clock;
  private ScheduledExecutorService timer;

  Ticker(Clock clock) {
    this.clock = clock;
  }

  record Entry(ScheduleExpression expression, ZoneId zone, Consumer<Instant> action) {}

  void start(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    timer = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("scheduler"));
    entries.forEach(entry -> plan(entry, clock.instant()));
  }

  private void plan(Entry entry, Instant after) {
    ZonedDateTime next = entry.expression().next(after.atZone(entry.zone()));
    if (next != null) {
      await(entry, next.toInstant());
    }
  }

  private void await(Entry entry, Instant time) {
    Duration left = Duration.between(clock.instant(), time);
    if (left.isNegative() || left.isZero()) {
      fire(entry, time);
      plan(entry, clock.instant());
      return;
    }
    Duration wait = left.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : left;
    timer.schedule(() -> await(entry, time), wait.toMillis() + 1, TimeUnit.MILLISECONDS);
  }

  private static void fire(Entry entry, Instant time) {
    try {
      entry.action().accept(time);
    } catch (RuntimeException e) {
      LOG.error("a schedule failed", e);
    }
  }

  @Override
  public void close() {
    if (timer != null) {
      timer.shutdownNow();
    }
  }
}
