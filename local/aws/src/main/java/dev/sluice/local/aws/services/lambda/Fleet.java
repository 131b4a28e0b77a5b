package dev.sluice.local.aws.services.lambda;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One function's environments and the invocations that wait for one. Guarded by its pool. */
final class Fleet {
  final FunctionLog log;
  final Deque<PendingInvocation> pending = new ArrayDeque<>();
  final List<ExecutionEnvironment> environments = new ArrayList<>();
  // The most recently used first, so that surplus ones grow old.
  private final Deque<Idle> idle = new ArrayDeque<>();
  private FunctionConfig function;
  private int inFlight;

  private record Idle(ExecutionEnvironment environment, long sinceNanos) {}

  Fleet(FunctionConfig function, FunctionLog log) {
    this.function = function;
    this.log = log;
  }

  FunctionConfig function() {
    return function;
  }

  /** Takes another configuration; returns the idle environments that have the old one. */
  List<ExecutionEnvironment> reconfigure(FunctionConfig changed) {
    function = changed;
    List<ExecutionEnvironment> outdated = idle.stream().map(Idle::environment).toList();
    idle.clear();
    return outdated;
  }

  void admit(PendingInvocation invocation) {
    inFlight++;
    pending.add(invocation);
  }

  /** Invocations that run or wait for an environment. */
  int inFlight() {
    return inFlight;
  }

  void done() {
    inFlight--;
  }

  void becameIdle(ExecutionEnvironment environment) {
    idle.addFirst(new Idle(environment, System.nanoTime()));
  }

  void remove(ExecutionEnvironment environment) {
    environments.remove(environment);
    idle.removeIf(i -> i.environment() == environment);
  }

  /** Hands waiting invocations to idle environments. */
  void assign() {
    while (!pending.isEmpty() && !idle.isEmpty()) {
      idle.removeFirst().environment().run(pending.removeFirst());
    }
  }

  /** Environments to start so that nothing waits, beyond those about to be ready. */
  int wanted() {
    long soon = environments.stream().filter(e -> e.starting() || e.returning()).count();
    return (int) Math.max(0, pending.size() - soon);
  }

  int starting() {
    return (int) environments.stream().filter(ExecutionEnvironment::starting).count();
  }

  /** The least recently used idle environment's age, or -1 without one. */
  long oldestIdleNanos() {
    return idle.isEmpty() ? -1 : System.nanoTime() - idle.getLast().sinceNanos();
  }

  ExecutionEnvironment takeOldestIdle() {
    return idle.removeLast().environment();
  }
}
