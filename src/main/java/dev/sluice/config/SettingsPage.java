package dev.sluice.config;

import java.util.List;

/** The reference page of all settings, from the same calls that read them. */
final class SettingsPage {
  private static final String INTRODUCTION =
      """
      # Settings

      Set them in the `context` of `cdk.json`, or for one synthesis by `-c name=value`. A wrong value or
      an unknown name is refused, all at once. This page is generated from `SettingsReader`.

      | setting | meaning | default | allowed |
      |---|---|---|---|
      """;

  private SettingsPage() {}

  static String markdown(List<Context.Setting> settings) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (Context.Setting setting : settings) {
      page.append(
          "| `%s` | %s | %s | %s |%n"
              .formatted(
                  setting.name(),
                  setting.meaning(),
                  shown(setting.defaultValue()),
                  setting.allowed()));
    }
    return page.toString();
  }

  private static String shown(Object defaultValue) {
    String text = String.valueOf(defaultValue);
    return text.isEmpty() || text.equals("[]") ? "none" : "`" + text + "`";
  }
}
