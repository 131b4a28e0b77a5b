package dev.sluice.pipeline.asl;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * States in order, the first of which is where they start. Not thread-safe.
 *
 * <p>Step Functions wants names of at most 80 characters.
 */
public final class States {
  private static final int LONGEST_NAME = 80;

  private final Map<String, State> states = new LinkedHashMap<>();

  /**
   * Adds a state.
   *
   * @throws IllegalArgumentException if the name is taken or too long
   */
  public States add(String name, State state) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a state's name has 1 to " + LONGEST_NAME + " characters, found \"" + name + "\"");
    }
    if (states.putIfAbsent(name, state) != null) {
      throw new IllegalArgumentException("two states are called \"" + name + "\"");
    }
    return this;
  }

  /** Adds all states of another set, after those that are here. */
  public States addAll(States others) {
    others.states.forEach(this::add);
    return this;
  }

  /** The name of the first state. */
  public String start() {
    return states.keySet().iterator().next();
  }

  /** The machine of these states as JSON: {@code StartAt} and {@code States}. */
  public Map<String, Object> machine() {
    Map<String, Object> rendered = new LinkedHashMap<>();
    states.forEach((name, state) -> rendered.put(name, state.fields()));
    return Json.object("StartAt", start(), "States", rendered);
  }
}
