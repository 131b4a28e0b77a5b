package dev.sluice.pipeline.model;

import dev.sluice.pipeline.asl.Jsonata;

/**
 * A whole number that each run may set: {@code {"parameters": {"exportConcurrency": 2}}}.
 *
 * @param name as users write it
 * @param defaultValue where a run does not say
 * @param min least allowed value
 * @param max greatest allowed value
 */
public record Parameter(String name, int defaultValue, int min, int max) {
  /** Checks itself. */
  public Parameter {
    if (!name.matches("[a-zA-Z][a-zA-Z0-9]*")) {
      throw new IllegalArgumentException(
          "a parameter's name has letters and digits only, found \"" + name + "\"");
    }
    if (min > max || defaultValue < min || defaultValue > max) {
      throw new IllegalArgumentException(
          String.format(
              "parameter %s: default %d must lie between %d and %d", name, defaultValue, min, max));
    }
  }

  /** The parameter's value as JSONata; not readable inside a distributed map's children. */
  public String jsonata() {
    return "$parameters." + name;
  }

  /** The parameter's value as a field of a state. */
  public String expression() {
    return Jsonata.expression(jsonata());
  }
}
