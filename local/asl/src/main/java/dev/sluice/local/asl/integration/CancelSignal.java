package dev.sluice.local.asl.integration;

/**
 * Tells a running task that its result is no longer wanted: the execution was stopped, its branch
 * was aborted or the task timed out. Safe for use by several threads.
 */
public interface CancelSignal {
  /** True from the moment of cancellation on. */
  boolean cancelled();

  /** Runs the action once on cancellation; at once where it is cancelled already. */
  void onCancel(Runnable action);
}
