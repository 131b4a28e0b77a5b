package dev.sluice.lambda;

import java.util.Map;
import java.util.Optional;

/** The function's environment variables, read with an error that names what is missing. */
public record Environment(Map<String, String> variables) {

  public Environment {
    variables = Map.copyOf(variables);
  }

  /** The process's own. */
  public static Environment system() {
    return new Environment(System.getenv());
  }

  /**
   * The value of a variable that must be there.
   *
   * @throws IllegalStateException where it is absent or blank
   */
  public String require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "environment variable "
                        + name
                        + " is not set: the function's definition in the stack must set it"));
  }

  /** The value, where it is set and not blank. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }
}
