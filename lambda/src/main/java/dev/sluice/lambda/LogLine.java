package dev.sluice.lambda;

import dev.sluice.lambda.json.Json;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one JSON line that an event leaves in the log. A handler adds what a reader will search for;
 * the line is printed when the event is done, whether it succeeded or not. Not thread-safe.
 */
public final class LogLine {

  private final Map<String, Object> fields = new LinkedHashMap<>();

  /** Adds a field; a null value is left out. Values are what {@link Json} writes. */
  public LogLine put(String name, Object value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  void print(PrintStream out) {
    // One write of the whole line: lines of a function never mix.
    out.println(Json.text(fields));
    out.flush();
  }
}
