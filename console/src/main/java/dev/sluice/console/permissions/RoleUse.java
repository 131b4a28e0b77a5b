package dev.sluice.console.permissions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * A role with what it is granted and what it was refused.
 *
 * @param name in full, as its ARN has it
 */
public record RoleUse(String name, List<GrantUse> grants, List<Refused> refused) {
  /** Copies the lists. */
  public RoleUse {
    grants = List.copyOf(grants);
    refused = List.copyOf(refused);
  }

  static RoleUse of(String name, JsonNode role) {
    return new RoleUse(
        name,
        Fields.list(role, "grants").stream().map(GrantUse::of).toList(),
        Fields.list(role, "refused").stream().map(Refused::of).toList());
  }

  /** Its name without what only makes it unique. */
  public String shortName() {
    return ShortNames.role(name);
  }

  /** The grants that no call has used so far. */
  public List<GrantUse> unused() {
    return grants.stream().filter(GrantUse::unused).toList();
  }

  /** In one sentence; counts the grants, not the calls that used them. */
  String summary() {
    return String.format(
        "%d grants, %d used, %d refused",
        grants.size(), grants.size() - unused().size(), refused.size());
  }

  Map<String, Object> toMap(Selection selection) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("role", name);
    map.put("granted", (long) grants.size());
    map.put("used", (long) grants.size() - unused().size());
    if (selection.grants()) {
      map.put("grants", selection.of(this).stream().map(GrantUse::toMap).toList());
    }
    if (selection.refused()) {
      map.put("refused", refused.stream().map(Refused::toMap).toList());
    }
    return map;
  }
}
