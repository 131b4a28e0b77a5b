package dev.sluice.local.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.history.JournalHistory;
import dev.sluice.local.asl.redrive.Recovery;
import dev.sluice.local.asl.run.EventDetails;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.asl.run.Status;
import dev.sluice.local.base.journal.Journal;
import dev.sluice.local.base.journal.JournalReader;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.time.Instant;

/** Finds out on start-up which executions the last process left behind in the middle. */
final class Interrupted {
  static final StateError STOPPED =
      new StateError(
          "Sluice.RuntimeStopped",
          "The local AWS ended while this execution ran. Nothing that had succeeded is lost:"
              + " redrive the execution to go on from where it stopped.");

  private Interrupted() {}

  static Execution load(Setting setting, Path directory, JsonNode first) {
    Path file = directory.resolve("journal.jsonl");
    Header header = Header.of(first);
    JsonNode last = JournalReader.last(file);
    JsonNode end = last.path("x").path("sum");
    if (end.isObject()) {
      Summary summary = Summary.of(end, last.path("e").path("id").longValue());
      return Execution.known(setting, directory, header, summary, false);
    }
    return Execution.known(setting, directory, header, markFailed(setting, file), true);
  }

  private static Summary markFailed(Setting setting, Path file) {
    Recovery recovery = Recovery.of(file);
    JsonNode redrive = recovery.redrive();
    Summary running = redrive == null ? Summary.STARTED : Summary.of(redrive, 0);
    Instant now = setting.world().clock().instant();
    long lastEvent = recovery.lastEvent();
    Summary summary = running.ended(Status.FAILED, now, lastEvent + 1);
    try (Journal journal = Journal.open(file)) {
      ObjectNode internal = Json.object();
      internal.set("sum", summary.toJson());
      new JournalHistory(journal, setting.world().clock(), -1, lastEvent)
          .add(
              "",
              lastEvent,
              Status.FAILED.event(),
              EventDetails.error(Json.object(), STOPPED),
              internal);
      journal.force();
    }
    return summary;
  }
}
