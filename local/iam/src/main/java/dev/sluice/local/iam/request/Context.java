package dev.sluice.local.iam.request;

import dev.sluice.local.iam.pattern.ConditionKeys;
import dev.sluice.local.iam.pattern.Variables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The condition keys that a request carries. Their case says nothing. Immutable. */
public final class Context implements Variables {
  private final Map<String, List<String>> values = new HashMap<>();

  /** What the request says of itself goes before what follows from who makes it. */
  Context(Principal principal, Map<String, List<String>> keys) {
    principal.keys().forEach((key, value) -> put(key, List.of(value)));
    keys.forEach(this::put);
  }

  private void put(String key, List<String> all) {
    values.put(ConditionKeys.normal(key), List.copyOf(all));
  }

  /**
   * All values of a key; none where the request does not carry it.
   *
   * @param key as {@link ConditionKeys#normal} has it
   */
  public List<String> values(String key) {
    return values.getOrDefault(key, List.of());
  }

  /** A key of several values is no policy variable. */
  @Override
  public String value(String key) {
    List<String> all = values(ConditionKeys.normal(key));
    return all.size() == 1 ? all.get(0) : null;
  }
}
