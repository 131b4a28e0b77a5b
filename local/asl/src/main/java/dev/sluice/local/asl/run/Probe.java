package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.definition.State;
import java.time.Duration;
import java.util.function.Consumer;

/** Watches and steers an execution of one state, for TestState. Called in the execution's turn. */
public interface Probe {
  /** Watches nothing. */
  Probe NONE = new Probe() {};

  /** Retries that count as made before the state begins. */
  default int retriesMade() {
    return 0;
  }

  /** What the state does instead of its own work, or null. */
  default Consumer<Attempt> instead(State state) {
    return null;
  }

  /** Members that the context object has beside its own, or null. */
  default ObjectNode context() {
    return null;
  }

  /**
   * A Retry clause matches.
   *
   * @param retrier its number, from 0
   * @return true where nothing should be tried again
   */
  default boolean retries(StateError error, int retrier, Duration delay) {
    return false;
  }

  /**
   * A Catch clause matches.
   *
   * @param catcher its number, from 0
   */
  default void caught(StateError error, int catcher) {}

  /**
   * The machine's own flow leaves a state.
   *
   * @param next the next state, or null
   * @return true where it should go no further
   */
  default boolean left(String next, JsonNode output) {
    return false;
  }
}
