package dev.sluice.local.aws.spi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A list of things still to do that outlives the process: an entry is in the file before {@link
 * #add} returns, and open until {@link #done}. Thread-safe.
 */
public final class Journal implements AutoCloseable {
  private static final long COMPACT_AT = 4L << 20;

  private final Path file;
  private final Map<Long, JsonNode> open = new TreeMap<>();
  private FileChannel out;
  private long last;

  /** Opens the journal and forgets what was done. */
  public Journal(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      for (String line : Files.readString(file).split("\n")) {
        replay(line);
      }
    }
    compact();
  }

  private void replay(String line) {
    JsonNode entry;
    try {
      entry = Json.parse(line);
    } catch (IllegalArgumentException e) {
      // The last line of a process that was killed while it wrote; nobody was told of it.
      return;
    }
    long number = entry.path("n").asLong();
    last = Math.max(last, number);
    if (entry.has("entry")) {
      open.put(number, entry.get("entry"));
    } else {
      open.remove(number);
    }
  }

  /** Writes an entry and gives its number. */
  public synchronized long add(JsonNode entry) {
    long number = ++last;
    open.put(number, entry);
    append(line(number, entry), true);
    return number;
  }

  /** Ends an entry. */
  public synchronized void done(long number) {
    if (open.remove(number) == null) {
      return;
    }
    append(line(number, null), false);
    try {
      if (out.position() > COMPACT_AT) {
        compact();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** The open entries in order. */
  public synchronized Map<Long, JsonNode> pending() {
    return new LinkedHashMap<>(open);
  }

  private void append(byte[] line, boolean force) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(line);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      if (force) {
        out.force(false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private void compact() throws IOException {
    if (out != null) {
      out.close();
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    // Numbers go on where they were, also when nothing is open.
    content.writeBytes(line(last, null));
    open.forEach((number, entry) -> content.writeBytes(line(number, entry)));
    DurableFile.write(file, content.toByteArray());
    out = FileChannel.open(file, StandardOpenOption.WRITE);
    out.position(out.size());
  }

  private static byte[] line(long number, JsonNode entry) {
    ObjectNode line = Json.object().put("n", number);
    if (entry != null) {
      line.set("entry", entry);
    }
    return (Json.text(line) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
