package dev.sluice.local.base.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A list of things still to do that outlives the process: an entry is on disk before {@link #add}
 * returns, and open until {@link #done}. Thread-safe.
 */
public final class Backlog implements AutoCloseable {
  private static final long COMPACT_AT = 4L << 20;

  private final Path file;
  private final Map<Long, JsonNode> open = new TreeMap<>();
  private Journal journal;
  private long last;

  /** Opens the backlog and forgets what was done. */
  public Backlog(Path file) {
    this.file = file;
    JournalReader.each(
        file,
        (offset, line) -> {
          replay(line);
          return true;
        });
    compact();
  }

  private void replay(JsonNode line) {
    long number = line.path("n").asLong();
    last = Math.max(last, number);
    if (line.has("entry")) {
      open.put(number, line.get("entry"));
    } else {
      open.remove(number);
    }
  }

  /** Writes an entry and gives its number. */
  public synchronized long add(JsonNode entry) {
    long number = ++last;
    journal.write(line(number, entry));
    journal.force();
    open.put(number, entry);
    return number;
  }

  /** Ends an entry; one that has ended is left alone. */
  public synchronized void done(long number) {
    if (open.remove(number) == null) {
      return;
    }
    // A kill before this is on disk has the entry done twice, which is what backlogs promise.
    if (journal.write(line(number, null)) > COMPACT_AT) {
      compact();
    }
  }

  /** The open entries in order. */
  public synchronized Map<Long, JsonNode> pending() {
    return new LinkedHashMap<>(open);
  }

  private void compact() {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    // Numbers go on where they were, also when nothing is open.
    content.writeBytes(Journal.bytes(line(last, null)));
    open.forEach((number, entry) -> content.writeBytes(Journal.bytes(line(number, entry))));
    DurableFile.write(file, content.toByteArray());
    Journal compacted = Journal.open(file);
    if (journal != null) {
      journal.close();
    }
    journal = compacted;
  }

  private static ObjectNode line(long number, JsonNode entry) {
    ObjectNode line = Json.object().put("n", number);
    if (entry != null) {
      line.set("entry", entry);
    }
    return line;
  }

  @Override
  public synchronized void close() {
    journal.close();
  }
}
