package dev.sluice.lambda.notify;

import dev.sluice.lambda.json.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * Recognizes a task by what it was asked to do. A redriven task is asked the same again but for a
 * few values that each try has of its own: a task token, the number of redrives.
 */
final class TaskCalls {
  private final Map<PastEvent, String> states = new LinkedHashMap<>();

  /** Remembers the state in which a task was scheduled. */
  void remember(PastEvent scheduled, String state) {
    states.put(scheduled, state);
  }

  /** The state whose task had most values in common with that one; empty where none had any. */
  Optional<String> stateOf(PastEvent scheduled) {
    Set<String> values = values(scheduled);
    String found = null;
    int most = 0;
    for (Map.Entry<PastEvent, String> earlier : states.entrySet()) {
      if (!earlier.getKey().task().action().equals(scheduled.task().action())) {
        continue;
      }
      Set<String> common = values(earlier.getKey());
      common.retainAll(values);
      if (common.size() > most) {
        most = common.size();
        found = earlier.getValue();
      }
    }
    return Optional.ofNullable(found);
  }

  private static Set<String> values(PastEvent scheduled) {
    Set<String> values = new HashSet<>();
    String parameters = scheduled.task().parameters();
    try {
      collect("", Json.parse(parameters), values);
    } catch (RuntimeException e) {
      // No JSON: only the very same text is alike.
      values.add(parameters);
    }
    return values;
  }

  private static void collect(String path, JsonNode node, Set<String> values) {
    if (node.isObject()) {
      node.asObject().forEach((name, field) -> collect(path + "/" + name, field, values));
    } else if (node.isArray()) {
      node.asArray().forEach(element -> collect(path + "[]", element, values));
    } else {
      values.add(path + "=" + node.text());
    }
  }
}
