package dev.sluice.pipeline.asl;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSONata: the expressions of a state machine and literals inside them. */
public final class Jsonata {
  /** The name of the running execution; in a child of a distributed map, the child's name. */
  public static final String EXECUTION_NAME = "$states.context.Execution.Name";

  /** The ARN of the running execution. */
  public static final String EXECUTION_ARN = "$states.context.Execution.Id";

  /** How often the execution was redriven; absent from the context until the first redrive. */
  public static final String REDRIVE_COUNT =
      "($exists($states.context.Execution.RedriveCount)"
          + " ? $states.context.Execution.RedriveCount : 0)";

  private Jsonata() {}

  /**
   * The string that Step Functions evaluates instead of taking it literally. Lines are joined:
   * asl-validator takes an expression with a line break for plain text.
   */
  public static String expression(String jsonata) {
    return "{% " + jsonata.strip().replaceAll("\\s*\\n\\s*", " ") + " %}";
  }

  /** A value as a JSONata literal: text, numbers, booleans, lists and ordered maps of them. */
  public static String literal(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> literal(String.valueOf(e.getKey())) + ":" + literal(e.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(Jsonata::literal).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof String text) {
      return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
    throw new IllegalArgumentException("no JSONata literal for " + value);
  }
}
