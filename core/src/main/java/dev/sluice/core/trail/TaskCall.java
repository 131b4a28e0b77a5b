package dev.sluice.core.trail;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a task asks of a service.
 *
 * @param action as {@code glue:startJobRun.sync}
 * @param parameters plain maps, lists, strings, numbers and booleans; text where they are no JSON
 */
public record TaskCall(String action, Object parameters) {
  private static final List<String> TARGETS = List.of("FunctionName", "JobName");

  /** The function or job that is called, where it is one. */
  public Optional<String> target() {
    return TARGETS.stream().map(this::parameter).flatMap(Optional::stream).findFirst();
  }

  /** A parameter that is text. */
  public Optional<String> parameter(String name) {
    return parameters instanceof Map<?, ?> fields && fields.get(name) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  /** True where both ask the same function, job or service to do the same kind of thing. */
  boolean isLike(TaskCall other) {
    return action.equals(other.action()) && target().equals(other.target());
  }

  /** Every single value with its path. */
  Set<String> values() {
    Set<String> values = new HashSet<>();
    collect("", parameters, values);
    return values;
  }

  private static void collect(String path, Object node, Set<String> values) {
    if (node instanceof Map<?, ?> fields) {
      fields.forEach((name, field) -> collect(path + "/" + name, field, values));
    } else if (node instanceof Collection<?> elements) {
      elements.forEach(element -> collect(path + "[]", element, values));
    } else {
      values.add(path + "=" + Objects.toString(node));
    }
  }
}
