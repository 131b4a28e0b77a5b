package dev.sluice.console.command;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;

/** Names executions by the moment of their start, so that a list of them reads in order. */
final class ExecutionNames {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private ExecutionNames() {}

  /**
   * Such as {@code 20260131-142530-7f3a}: the time is UTC, the tail tells apart starts in a second.
   */
  static String now() {
    int tail = ThreadLocalRandom.current().nextInt(0x1000, 0x10000);
    return FORMAT.format(Instant.now()) + "-" + Integer.toHexString(tail);
  }
}
