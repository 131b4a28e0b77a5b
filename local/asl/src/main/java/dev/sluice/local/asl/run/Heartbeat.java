package dev.sluice.local.asl.run;

import java.time.Duration;

/** Fails a task that was not heard of for too long. */
final class Heartbeat {
  private final Attempt attempt;
  private final Duration every;
  private final TaskEvents events;
  private Timer silence = Timer.NEVER;

  /**
   * @param every the longest silence, or null for any
   */
  Heartbeat(Attempt attempt, Duration every, TaskEvents events) {
    this.attempt = attempt;
    this.every = every;
    this.events = events;
    attempt.onEnd(() -> silence.cancel());
  }

  /** Starts to count, at first or anew. Called in the execution's turn. */
  void beat() {
    if (every == null || attempt.isOver()) {
      return;
    }
    silence.cancel();
    silence =
        attempt
            .run()
            .world()
            .timers()
            .after(
                every,
                () ->
                    attempt.later(
                        () ->
                            TaskBehaviour.timedOut(attempt, events, StateError.missedHeartbeat())));
  }
}
