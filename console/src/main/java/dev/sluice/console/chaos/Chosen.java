package dev.sluice.console.chaos;

import java.util.regex.Pattern;

/**
 * Texts without what each run chooses anew: identifiers of versions and requests, the sequencers of
 * events, and times.
 */
final class Chosen {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:?\\d{2})");

  private static final Pattern SEQUENCER = Pattern.compile("(\"sequencer\" ?: ?\")[0-9A-F]+");

  private Chosen() {}

  static String without(String text) {
    String noIds = UUID.matcher(text).replaceAll("<id>");
    return SEQUENCER.matcher(TIME.matcher(noIds).replaceAll("<time>")).replaceAll("$1<number>");
  }
}
