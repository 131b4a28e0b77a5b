package dev.sluice.console.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One step of an execution as its history tells it; changed by {@link ExecutionProgress} alone. */
public final class StepProgress {
  private final String name;
  private StepState state = StepState.WAITING;
  private Instant started;
  private Instant ended;
  private Map<String, String> outcome = Map.of();
  private String items = "";

  StepProgress(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  public StepState state() {
    return state;
  }

  /**
   * Time from the step's start to its end, or to that moment where it runs; zero before it starts.
   */
  public Duration duration(Instant now) {
    return started == null ? Duration.ZERO : Duration.between(started, ended == null ? now : ended);
  }

  /** The counts that the step reported, such as {@code valid → 12}; empty until it succeeded. */
  public Map<String, String> outcome() {
    return outcome;
  }

  /** Items done of all, such as {@code 12/200 items}; empty where the step has no map run. */
  public String items() {
    return items;
  }

  void items(String text) {
    items = text;
  }

  /**
   * A step that has ended stays so: states that follow its outcome only lead on to the next step.
   */
  void run(Instant at) {
    if (state == StepState.WAITING) {
      started = at;
      ended = null;
      state = StepState.RUNNING;
    }
  }

  void end(StepState how, Instant at, Map<String, String> counts) {
    state = how;
    ended = at;
    outcome = new LinkedHashMap<>(counts);
  }

  void reset() {
    state = StepState.WAITING;
    ended = null;
  }
}
