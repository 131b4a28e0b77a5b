package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.run.Status;
import dev.sluice.local.base.journal.JournalReader;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A map run as it stands, alive or read from disk. Guarded by itself: hold its monitor for more
 * than one call.
 */
public final class MapRunState {
  static final String CHILDREN = "children.jsonl";
  static final String ITEMS = "items.jsonl";

  private final Path directory;
  private final MapRunHeader header;
  private ItemsFile items;
  private ChildTable table;
  private Limits limits;
  private Status status = Status.RUNNING;
  private Instant stopped;
  private int redriveCount;
  private Instant redriven;
  private long resultsWritten;

  /** A map run whose items are still to be read. */
  MapRunState(Path directory, MapRunHeader header, Limits limits) {
    this.directory = directory;
    this.header = header;
    this.limits = limits;
    items(ItemsFile.none(directory.resolve(ITEMS)));
  }

  /** Reads a map run from disk; children that were under way count as aborted. */
  static MapRunState load(Path directory) {
    try {
      Path file = directory.resolve(CHILDREN);
      MapRunHeader header = MapRunHeader.of(JournalReader.first(file));
      MapRunState state = new MapRunState(directory, header, new Limits(0, null, null));
      if (hasItems(directory)) {
        state.items(ItemsFile.open(directory.resolve(ITEMS)));
      }
      JournalReader.each(
          file,
          (offset, line) -> {
            state.read(offset, line);
            return true;
          });
      if (state.status == Status.RUNNING) {
        state.status = Status.ABORTED;
      }
      state.abortRunning();
      return state;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the map run in " + directory, e);
    }
  }

  /** True where the items of a map run were all read. */
  static boolean hasItems(Path directory) {
    return Files.exists(directory.resolve(ITEMS));
  }

  private void read(long offset, JsonNode line) {
    if (line.has("c")) {
      child(offset, line);
    } else if (line.has("limits")) {
      limits = Limits.of(line.path("limits"));
    } else if (line.has("redrive")) {
      redriveCount = line.path("redrive").path("count").intValue();
      redriven = Instant.ofEpochMilli(line.path("redrive").path("at").longValue());
      status = Status.RUNNING;
      stopped = null;
    } else if (line.has("ended")) {
      status = Status.valueOf(line.path("ended").path("status").textValue());
      stopped = Instant.ofEpochMilli(line.path("ended").path("at").longValue());
      resultsWritten = line.path("ended").path("written").longValue();
    }
  }

  private void child(long offset, JsonNode line) {
    int child = line.path("c").intValue();
    JsonNode end = line.path("end");
    if (end.isObject()) {
      table.status(child, Status.valueOf(end.path("status").textValue()));
      table.started(child, end.path("started").longValue());
      table.redrives(child, end.path("redrives").intValue());
      table.redriven(child, end.path("redriven").longValue());
      table.ended(child, end.path("stopped").longValue(), offset);
    } else if (table.status(child) != Status.RUNNING && line.has("e")) {
      begun(child, Math.round(line.path("e").path("timestamp").doubleValue() * 1000));
    }
  }

  private void begun(int child, long at) {
    if (table.status(child) == Status.PENDING) {
      table.started(child, at);
    } else {
      table.redrives(child, table.redrives(child) + 1);
      table.redriven(child, at);
    }
    table.status(child, Status.RUNNING);
  }

  private void abortRunning() {
    for (int i = 0; i < table.size(); i++) {
      if (table.status(i) == Status.RUNNING) {
        table.status(i, Status.ABORTED);
      }
    }
  }

  public MapRunHeader header() {
    return header;
  }

  public Path journalFile() {
    return directory.resolve(CHILDREN);
  }

  Path directory() {
    return directory;
  }

  ItemsFile items() {
    return items;
  }

  final synchronized void items(ItemsFile read) {
    items = read;
    table = new ChildTable(header.uuid(), read.counts());
  }

  ChildTable table() {
    return table;
  }

  public synchronized Limits limits() {
    return limits;
  }

  synchronized void limits(Limits changed) {
    limits = changed;
  }

  synchronized Status status() {
    return status;
  }

  synchronized Instant stopped() {
    return stopped;
  }

  synchronized int redriveCount() {
    return redriveCount;
  }

  synchronized Instant redriven() {
    return redriven;
  }

  synchronized long resultsWritten() {
    return resultsWritten;
  }

  synchronized void ended(Status end, Instant at, long written) {
    status = end;
    stopped = at;
    resultsWritten = written;
  }

  synchronized void redriven(Instant at) {
    redriveCount++;
    redriven = at;
    status = Status.RUNNING;
    stopped = null;
  }

  /** The end of a child, as the journal has it; an empty object where it has not ended. */
  JsonNode end(int child) {
    long offset = table.endOffset(child);
    return offset == 0 ? Json.object() : JournalReader.at(journalFile(), offset).path("end");
  }
}
