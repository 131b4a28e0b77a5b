package dev.sluice.pipeline.asl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Ordered JSON objects: {@code Map.of} has another order in each JVM, and a template must not. */
public final class Json {
  private Json() {}

  /** An object whose values are text, like {@link #object}. */
  public static Map<String, String> texts(String... namesAndValues) {
    Map<String, String> texts = new LinkedHashMap<>();
    object((Object[]) namesAndValues).forEach((name, text) -> texts.put(name, (String) text));
    return texts;
  }

  /**
   * An object of the given names and values, in the given order.
   *
   * @throws IllegalArgumentException if a name is missing its value, comes twice or is no string
   * @throws NullPointerException if a value is null: jsii drops nulls without a word, so JSONata's
   *     {@code {% null %}} must be written instead
   */
  public static Map<String, Object> object(Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a name without a value: " + namesAndValues.length);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!(namesAndValues[i] instanceof String name)) {
        throw new IllegalArgumentException("a name must be a string, found " + namesAndValues[i]);
      }
      Object value = Objects.requireNonNull(namesAndValues[i + 1], () -> "no value for " + name);
      if (object.put(name, value) != null) {
        throw new IllegalArgumentException("name given twice: " + name);
      }
    }
    return object;
  }
}
