package dev.sluice.local.asl.redrive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.run.FlowRecord;
import dev.sluice.local.base.journal.JournalReader;
import java.nio.file.Path;
import java.util.function.Predicate;

/** What a journal says of one execution. */
public final class Recovery {
  private final FlowRecords flows = new FlowRecords();
  private JsonNode redrive;
  private long lastEvent;

  Recovery() {}

  /** Reads the journal of a top-level execution. */
  public static Recovery of(Path file) {
    return of(file, line -> true);
  }

  /** Reads those lines of a journal that several executions share which belong to one of them. */
  public static Recovery of(Path file, Predicate<JsonNode> mine) {
    Recovery recovery = new Recovery();
    JournalReader.each(
        file,
        (offset, line) -> {
          if (mine.test(line)) {
            recovery.read(line);
          }
          return true;
        });
    return recovery;
  }

  void read(JsonNode line) {
    JsonNode event = line.path("e");
    JsonNode internal = line.path("x");
    if (event.isObject()) {
      lastEvent = event.path("id").longValue();
    }
    if (internal.path("redrive").isObject()) {
      redrive = internal.path("redrive");
    }
    if (line.has("f")) {
      flows.read(line.path("f").textValue(), event, internal);
    }
  }

  /** How far the execution's own flow and all those in it had come. */
  public FlowRecord root() {
    return flows.root();
  }

  /** What was noted of the last redrive, or null. */
  public JsonNode redrive() {
    return redrive;
  }

  /** The last event's id, or 0. */
  public long lastEvent() {
    return lastEvent;
  }
}
