package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.thread.Threads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * All functions' environments: starts them on demand, keeps them warm for a while, and bounds how
 * many live at a time on this machine. Beyond that bound invocations wait, which AWS would spread
 * over more machines; what refuses them is the account's concurrency. Thread-safe.
 */
final class EnvironmentPool implements ExecutionEnvironment.Owner, AutoCloseable {
  /** Starts environments; may block. */
  interface Starter {
    void start(ExecutionEnvironment environment, FunctionLog log) throws IOException;

    /** True where an environment without work should end by itself rather than stay warm. */
    boolean shouldEnd(ExecutionEnvironment environment);

    /** The environment's process has ended. */
    void ended(ExecutionEnvironment environment);
  }

  private static final long END_MILLIS = 1_000;

  private final Map<String, Fleet> fleets = new LinkedHashMap<>();
  private final Starter starter;
  private final Threads threads;
  private final Limits limits;
  private final AccountConcurrency concurrency;
  private boolean closed;

  /**
   * @param environments most processes alive
   * @param starting most processes between their start and readiness
   * @param idleMillis how long an unused one stays
   */
  record Limits(int environments, int starting, long idleMillis) {
    /**
     * Many small JVMs of some 90 MB each, which together with Spark must leave a laptop usable; no
     * more starting at once than there are cores to start them.
     */
    static Limits ofMachine() {
      int cores = Runtime.getRuntime().availableProcessors();
      return new Limits(Math.max(6, Math.min(3 * cores, 32)), Math.max(2, cores), 60_000);
    }
  }

  EnvironmentPool(Starter starter, Threads threads, Limits limits, AccountConcurrency concurrency) {
    this.starter = starter;
    this.threads = threads;
    this.limits = limits;
    this.concurrency = concurrency;
    long tick = Math.max(50, limits.idleMillis() / 4);
    threads.timer().scheduleWithFixedDelay(this::reap, tick, tick, TimeUnit.MILLISECONDS);
  }

  /**
   * Adds a function or changes it; running invocations end as they began.
   *
   * @throws IllegalArgumentException where it reserves more of the account's concurrency than it
   *     may
   */
  void configure(FunctionConfig function, FunctionLog log) {
    List<ExecutionEnvironment> outdated = List.of();
    synchronized (this) {
      Fleet fleet = fleets.get(function.name());
      concurrency.requireUnreserved(
          function, fleets.values().stream().filter(other -> other != fleet).toList());
      if (fleet == null) {
        fleets.put(function.name(), new Fleet(function, log));
      } else if (!fleet.function().equals(function)) {
        outdated = fleet.reconfigure(function);
      }
    }
    outdated.forEach(ExecutionEnvironment::kill);
  }

  /**
   * Runs one invocation.
   *
   * @throws ServiceError TooManyRequestsException where the account's concurrency, or the
   *     function's share of it, is used up
   */
  CompletableFuture<Outcome> submit(String function, PendingInvocation invocation) {
    Fleet fleet;
    synchronized (this) {
      fleet = fleets.get(function);
      if (closed || !concurrency.admits(fleet, fleets.values())) {
        throw new ServiceError("TooManyRequestsException", "Rate Exceeded.", 429);
      }
      fleet.admit(invocation);
      dispatch();
    }
    // Who has the answer finds the place free: it is given back before the answer is.
    return invocation.result.whenComplete((outcome, failure) -> done(fleet));
  }

  private synchronized void done(Fleet fleet) {
    fleet.done();
  }

  @Override
  public void ready(ExecutionEnvironment environment) {
    boolean outdated;
    synchronized (this) {
      Fleet fleet = fleetOf(environment);
      outdated = closed || !environment.function().equals(fleet.function());
      boolean spare = environment.served() > 0 && fleet.pending.isEmpty();
      if (!outdated && !(spare && starter.shouldEnd(environment))) {
        fleet.becameIdle(environment);
        dispatch();
        return;
      }
    }
    if (outdated) {
      environment.kill();
    } else {
      environment.retire();
    }
  }

  @Override
  public synchronized void answered(ExecutionEnvironment environment) {
    // The counts changed, but only in favour of those that wait: ready() follows.
  }

  @Override
  public void initFailed(ExecutionEnvironment environment, Outcome reason) {
    List<PendingInvocation> failed;
    synchronized (this) {
      // Each of them would have met the same constructor.
      failed = new ArrayList<>(fleetOf(environment).pending);
      fleetOf(environment).pending.clear();
    }
    for (PendingInvocation invocation : failed) {
      invocation.result.completeAsync(() -> reason, threads.workers());
    }
  }

  @Override
  public void ended(
      ExecutionEnvironment environment, PendingInvocation unstarted, String duringInit) {
    starter.ended(environment);
    List<PendingInvocation> failed = new ArrayList<>();
    synchronized (this) {
      Fleet fleet = fleetOf(environment);
      fleet.remove(environment);
      if (unstarted != null) {
        fleet.pending.addFirst(unstarted);
      }
      if (duringInit != null) {
        failed.addAll(fleet.pending);
        fleet.pending.clear();
      }
      dispatch();
    }
    for (PendingInvocation invocation : failed) {
      Outcome outcome = Failures.exited(invocation.requestId, duringInit);
      invocation.result.completeAsync(() -> outcome, threads.workers());
    }
  }

  private Fleet fleetOf(ExecutionEnvironment environment) {
    return fleets.get(environment.function().name());
  }

  private void dispatch() {
    if (closed) {
      return;
    }
    fleets.values().forEach(Fleet::assign);
    int starting = fleets.values().stream().mapToInt(Fleet::starting).sum();
    while (starting < limits.starting()) {
      Fleet needy = longestWaiting();
      if (needy == null || (live() >= limits.environments() && !evict())) {
        return;
      }
      start(needy);
      starting++;
    }
  }

  private Fleet longestWaiting() {
    return fleets.values().stream()
        .filter(fleet -> fleet.wanted() > 0)
        .min(Comparator.comparingLong(fleet -> fleet.pending.getFirst().createdNanos))
        .orElse(null);
  }

  private int live() {
    return fleets.values().stream().mapToInt(fleet -> fleet.environments.size()).sum();
  }

  /** Kills the idle environment that was used least recently; false without one. */
  private boolean evict() {
    Fleet oldest = oldestIdle();
    if (oldest == null) {
      return false;
    }
    ExecutionEnvironment victim = oldest.takeOldestIdle();
    oldest.environments.remove(victim);
    victim.kill();
    return true;
  }

  private Fleet oldestIdle() {
    return fleets.values().stream()
        .filter(fleet -> fleet.oldestIdleNanos() >= 0)
        .max(Comparator.comparingLong(Fleet::oldestIdleNanos))
        .orElse(null);
  }

  private void start(Fleet fleet) {
    ExecutionEnvironment environment =
        new ExecutionEnvironment(fleet.function(), fleet.log, this, threads);
    fleet.environments.add(environment);
    threads.workers().execute(() -> startNow(fleet, environment));
  }

  private void startNow(Fleet fleet, ExecutionEnvironment environment) {
    try {
      starter.start(environment, fleet.log);
    } catch (IOException | RuntimeException e) {
      fleet.log.note("The environment could not be started: " + e.getMessage());
      initFailed(environment, Failures.notStarted(e.getMessage()));
      ended(environment, null, null);
    }
  }

  private void reap() {
    List<ExecutionEnvironment> surplus = new ArrayList<>();
    synchronized (this) {
      long limit = TimeUnit.MILLISECONDS.toNanos(limits.idleMillis());
      for (Fleet oldest = oldestIdle();
          oldest != null && oldest.oldestIdleNanos() >= limit;
          oldest = oldestIdle()) {
        surplus.add(oldest.takeOldestIdle());
      }
    }
    surplus.forEach(ExecutionEnvironment::kill);
  }

  /** Kills every process and sees it end. */
  @Override
  public void close() {
    List<ExecutionEnvironment> all = new ArrayList<>();
    synchronized (this) {
      closed = true;
      fleets.values().forEach(fleet -> all.addAll(fleet.environments));
    }
    all.forEach(ExecutionEnvironment::kill);
    try {
      for (ExecutionEnvironment environment : all) {
        environment.awaitEnd(END_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
