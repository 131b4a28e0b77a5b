package dev.sluice.local.aws.services.lambda;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;

/** An invocation that a process works on. */
final class RunningInvocation {
  final PendingInvocation invocation;
  final long deadlineMillis;
  ScheduledFuture<?> timeout;
  private final FunctionConfig function;
  private final FunctionLog log;
  private final double initMillis;
  private final long startedNanos = System.nanoTime();

  /**
   * @param initMillis duration of the init phase where this is the environment's first, else -1
   */
  RunningInvocation(
      PendingInvocation invocation, FunctionConfig function, FunctionLog log, double initMillis) {
    this.invocation = invocation;
    this.function = function;
    this.log = log;
    this.initMillis = initMillis;
    this.deadlineMillis = System.currentTimeMillis() + function.timeoutSeconds() * 1000L;
  }

  String traceId() {
    String hex = invocation.requestId.replace("-", "");
    return "Root=1-" + hex.substring(0, 8) + "-" + hex.substring(8, 32) + ";Sampled=0";
  }

  /** Writes the log's last lines, then tells whoever waits. */
  void finish(Outcome outcome, String trouble, Executor executor) {
    timeout.cancel(false);
    double millis = (System.nanoTime() - startedNanos) / 1e6;
    log.end(invocation.requestId, millis, function.memoryMb(), initMillis, trouble);
    invocation.result.completeAsync(() -> outcome, executor);
  }
}
