package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.thread.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * One JVM of one function, from its start to its end: it handles one invocation at a time and is
 * killed when the function's timeout strikes.
 */
final class ExecutionEnvironment implements RuntimeApiServer.Runtime {
  /** AWS grants 10 s; a laptop that starts many JVMs at once may need more. */
  private static final int MIN_INIT_SECONDS = 60;

  private static final int RETIRE_SECONDS = 30;

  private static final PendingInvocation NO_MORE = new PendingInvocation(new byte[0]);

  /** Told of the environment's life, on any thread and without locks held. */
  interface Owner {
    /** It waits for an event. */
    void ready(ExecutionEnvironment environment);

    /** The handler could not be constructed; the process ends by itself or was killed. */
    void initFailed(ExecutionEnvironment environment, Outcome reason);

    /** It has answered, and will be ready again in a moment or end. */
    void answered(ExecutionEnvironment environment);

    /**
     * The process is gone.
     *
     * @param unstarted an invocation that was given to it too late, or null
     * @param duringInit why, where it ended before it was ready for the first time; else null
     */
    void ended(ExecutionEnvironment environment, PendingInvocation unstarted, String duringInit);
  }

  private enum Phase {
    STARTING,
    IDLE,
    BUSY,
    RETURNING,
    ENDED
  }

  private final FunctionConfig function;
  private final FunctionLog log;
  private final Owner owner;
  private final Threads threads;
  private final LinkedBlockingQueue<PendingInvocation> handover = new LinkedBlockingQueue<>();
  private final long startedNanos = System.nanoTime();
  private double initMillis = -1;
  private RuntimeApiServer api;
  private Process process;
  private ScheduledFuture<?> initTimeout;
  private volatile Phase phase = Phase.STARTING;
  private RunningInvocation current;
  private boolean initReported;
  private boolean killed;
  private int served;

  ExecutionEnvironment(FunctionConfig function, FunctionLog log, Owner owner, Threads threads) {
    this.function = function;
    this.log = log;
    this.owner = owner;
    this.threads = threads;
  }

  FunctionConfig function() {
    return function;
  }

  boolean starting() {
    return phase == Phase.STARTING;
  }

  boolean idle() {
    return phase == Phase.IDLE;
  }

  boolean returning() {
    return phase == Phase.RETURNING;
  }

  /** Invocations answered so far. */
  synchronized int served() {
    return served;
  }

  // Holds the lock throughout: the child's first call must find what is assigned here.
  /** Starts the process. */
  synchronized void start(List<String> command, Variables variables, Path temp) throws IOException {
    RuntimeApiServer server = new RuntimeApiServer(this, threads.workers());
    Process child;
    try {
      ProcessBuilder builder = new ProcessBuilder(OwnerOnly.command(command));
      builder.environment().clear();
      builder.environment().putAll(variables.of(server.address()));
      builder.directory(temp.toFile());
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
      child = builder.start();
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
    int initSeconds = Math.max(MIN_INIT_SECONDS, function.timeoutSeconds());
    api = server;
    process = child;
    if (killed) {
      child.destroyForcibly();
    }
    initTimeout =
        threads.timer().schedule(() -> initTimedOut(initSeconds), initSeconds, TimeUnit.SECONDS);
    child.onExit().thenAcceptAsync(p -> exited(p.exitValue()), threads.workers());
  }

  /** Variables of the process, given the address of its Runtime API. */
  interface Variables {
    Map<String, String> of(String runtimeApi);
  }

  /** Gives an event to an idle environment. */
  synchronized void run(PendingInvocation invocation) {
    phase = Phase.BUSY;
    handover.add(invocation);
  }

  @Override
  public HttpWire.Answer next() throws InterruptedException {
    synchronized (this) {
      if (phase == Phase.STARTING) {
        initMillis = (System.nanoTime() - startedNanos) / 1e6;
        initTimeout.cancel(false);
      }
      if (phase != Phase.ENDED) {
        phase = Phase.IDLE;
      }
    }
    owner.ready(this);
    PendingInvocation invocation = handover.take();
    if (invocation == NO_MORE) {
      return null;
    }
    RunningInvocation running;
    synchronized (this) {
      if (phase == Phase.ENDED) {
        threads.workers().execute(() -> owner.ended(this, invocation, null));
        return null;
      }
      running = new RunningInvocation(invocation, function, log, served == 0 ? initMillis : -1);
      current = running;
      running.timeout =
          threads
              .timer()
              .schedule(
                  () -> timedOut(running),
                  function.timeoutSeconds() * 1000L,
                  TimeUnit.MILLISECONDS);
    }
    log.start(invocation.requestId);
    return new HttpWire.Answer(200, headers(running), invocation.event);
  }

  private Map<String, String> headers(RunningInvocation running) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Lambda-Runtime-Aws-Request-Id", running.invocation.requestId);
    headers.put("Lambda-Runtime-Deadline-Ms", Long.toString(running.deadlineMillis));
    headers.put("Lambda-Runtime-Invoked-Function-Arn", function.arn());
    headers.put("Lambda-Runtime-Trace-Id", running.traceId());
    return headers;
  }

  @Override
  public boolean response(String requestId, byte[] body, boolean tooLarge) {
    Outcome outcome = tooLarge ? Failures.responseTooLarge() : Outcome.success(body);
    return answer(requestId, outcome);
  }

  @Override
  public boolean error(String requestId, byte[] body) {
    return answer(requestId, Outcome.failure(body));
  }

  private boolean answer(String requestId, Outcome outcome) {
    RunningInvocation running = release(requestId);
    if (running == null) {
      return false;
    }
    owner.answered(this);
    running.finish(outcome, null, threads.workers());
    return true;
  }

  /** Ends the current invocation if it is that one; null for any. */
  private synchronized RunningInvocation release(String requestId) {
    RunningInvocation running = current;
    if (running == null || (requestId != null && !running.invocation.requestId.equals(requestId))) {
      return null;
    }
    current = null;
    served++;
    if (phase == Phase.BUSY) {
      phase = Phase.RETURNING;
    }
    return running;
  }

  @Override
  public void initError(byte[] body) {
    synchronized (this) {
      initReported = true;
      initTimeout.cancel(false);
    }
    owner.initFailed(this, Outcome.failure(body));
  }

  private void initTimedOut(int seconds) {
    synchronized (this) {
      if (phase != Phase.STARTING) {
        return;
      }
      initReported = true;
    }
    owner.initFailed(this, Failures.timedOut("init", seconds));
    kill();
  }

  private void timedOut(RunningInvocation running) {
    RunningInvocation mine = release(running.invocation.requestId);
    if (mine == null) {
      return;
    }
    kill();
    String id = running.invocation.requestId;
    String line = id + " Task timed out after " + function.timeoutSeconds() + ".00 seconds";
    mine.finish(Failures.timedOut(id, function.timeoutSeconds()), line, threads.workers());
  }

  private void exited(int status) {
    RunningInvocation running;
    PendingInvocation unstarted;
    String duringInit;
    synchronized (this) {
      duringInit = phase == Phase.STARTING && !initReported ? Failures.exitReason(status) : null;
      phase = Phase.ENDED;
      initTimeout.cancel(false);
      running = release(null);
      unstarted = handover.poll();
      handover.add(NO_MORE);
    }
    api.close();
    if (running != null) {
      String id = running.invocation.requestId;
      String line = "RequestId: " + id + " Error: " + Failures.exitReason(status);
      running.finish(
          Failures.exited(id, Failures.exitReason(status)),
          line + "\nRuntime.ExitError",
          threads.workers());
    }
    owner.ended(this, unstarted == NO_MORE ? null : unstarted, duringInit);
  }

  /** Lets the process end by itself: it sees the end of its standard input. */
  void retire() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      kill();
    }
    threads.timer().schedule(this::kill, RETIRE_SECONDS, TimeUnit.SECONDS);
  }

  /** Ends the process at once. */
  synchronized void kill() {
    killed = true;
    if (process != null) {
      process.destroyForcibly();
    }
  }

  /** True where the process has ended with status 0. */
  synchronized boolean endedOrderly() {
    return process != null && !process.isAlive() && process.exitValue() == 0;
  }

  /** Waits for the process's end; false where it still lives then. */
  boolean awaitEnd(long millis) throws InterruptedException {
    Process child;
    synchronized (this) {
      child = process;
    }
    return child == null || child.waitFor(millis, TimeUnit.MILLISECONDS);
  }
}
