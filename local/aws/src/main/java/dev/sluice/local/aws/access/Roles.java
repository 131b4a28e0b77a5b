package dev.sluice.local.aws.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The roles of the templates by name. Thread-safe. */
final class Roles {
  private final Map<String, Role> byName = new TreeMap<>();

  synchronized void put(Role role) {
    byName.put(role.name(), role);
  }

  synchronized List<Role> all() {
    return List.copyOf(byName.values());
  }

  /** By name or ARN. */
  synchronized Optional<Role> find(String nameOrArn) {
    return Optional.ofNullable(byName.get(nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1)));
  }

  /**
   * @param name or ARN
   * @throws IllegalArgumentException if the templates deploy no such role
   */
  Role get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no role "
                        + name
                        + " in what is deployed; there are "
                        + String.join(", ", all().stream().map(Role::name).toList())));
  }
}
