package dev.sluice.local.asl.redrive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.journal.JournalReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** What the common journal of a map run's children says of several of them, in one reading. */
public final class ChildRecoveries {
  private ChildRecoveries() {}

  /** The wanted children that had begun, by number. */
  public static Map<Integer, Recovery> of(Path file, IntPredicate wanted) {
    Map<Integer, Recovery> all = new HashMap<>();
    JournalReader.each(
        file,
        (offset, line) -> {
          JsonNode child = line.path("c");
          if (child.isInt() && line.has("f") && wanted.test(child.intValue())) {
            all.computeIfAbsent(child.intValue(), number -> new Recovery()).read(line);
          }
          return true;
        });
    return all;
  }
}
