package dev.sluice.console.permissions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Roles for people: a line for each resource with what may be done to it, and how often it was.
 *
 * <pre>
 * sluice-orders-GuardRole: 4 grants, 3 used, 0 refused
 *   kms key/…0c687b0b                Decrypt 7
 *   logs log-group:/aws/lambda/…:*   CreateLogStream unused, PutLogEvents 7
 * </pre>
 */
final class PermissionsText {
  private static final int WIDEST = 72;
  private static final Pattern MARKS = Pattern.compile("[{}\"\\[\\]]");

  private final Selection selection;
  private final StringBuilder text = new StringBuilder();

  private PermissionsText(Selection selection) {
    this.selection = selection;
  }

  static String of(List<RoleUse> roles, Selection selection) {
    PermissionsText written = new PermissionsText(selection);
    List<RoleUse> shown = roles.stream().filter(selection::shows).toList();
    shown.forEach(written::role);
    if (shown.isEmpty()) {
      written.text.append(selection.unused() ? "No unused grants.\n" : "No refused calls.\n");
    } else if (shown.size() > 1) {
      written.total(roles);
    }
    return written.text.toString();
  }

  private void role(RoleUse role) {
    text.append(role.shortName()).append(": ").append(role.summary()).append('\n');
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (GrantUse grant : selection.of(role)) {
      String times = grant.unused() ? "unused" : String.valueOf(grant.times());
      lines
          .computeIfAbsent(place(grant), any -> new ArrayList<>())
          .add(grant.operation() + " " + times);
    }
    int widest = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
    int width = Math.min(widest, WIDEST);
    lines.forEach((place, actions) -> line(place, width, String.join(", ", actions)));
    if (selection.refused()) {
      role.refused().forEach(this::refused);
    }
    text.append('\n');
  }

  private void line(String place, int width, String actions) {
    text.append("  ").append(place).append(" ".repeat(Math.max(0, width - place.length())));
    text.append("  ").append(actions).append('\n');
  }

  private static String place(GrantUse grant) {
    String place = grant.service() + " " + ShortNames.resource(grant.resource());
    return grant.condition().isEmpty() ? place : place + " if " + condition(grant.condition());
  }

  /** {@code StringEquals s3:prefix raw/} of its JSON. */
  private static String condition(String json) {
    return MARKS
        .matcher(json.replace("\":", " ").replace(",", ", "))
        .replaceAll("")
        .replace("  ", " ");
  }

  private void refused(Refused refused) {
    String times = refused.times() == 1 ? "once" : refused.times() + " times";
    text.append("  refused ").append(times).append(": ").append(refused.action());
    text.append(" on ").append(ShortNames.resource(refused.resource())).append('\n');
    text.append("    ").append(refused.message()).append('\n');
  }

  private void total(List<RoleUse> roles) {
    RoleUse all =
        new RoleUse(
            "",
            roles.stream().flatMap(role -> role.grants().stream()).toList(),
            roles.stream().flatMap(role -> role.refused().stream()).toList());
    text.append(roles.size()).append(" roles: ").append(all.summary()).append('\n');
  }
}
