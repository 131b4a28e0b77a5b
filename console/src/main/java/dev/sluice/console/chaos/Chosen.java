package dev.sluice.console.chaos;

import java.util.regex.Pattern;

/** Texts without what each run chooses anew: identifiers of versions and requests, and times. */
final class Chosen {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:?\\d{2})");

  private Chosen() {}

  static String without(String text) {
    return TIME.matcher(UUID.matcher(text).replaceAll("<id>")).replaceAll("<time>");
  }
}
