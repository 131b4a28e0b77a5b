package dev.sluice.local.base.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.json.Json;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A file of JSON lines that only grows, the owner's alone. A process killed while it wrote leaves a
 * last line without its end, which readers skip and the next writer cuts off. Safe for use by
 * several threads.
 */
public final class Journal implements Closeable {
  private final FileChannel channel;
  private long size;

  private Journal(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  /** Opens a journal for appending; makes it where it is missing. */
  public static Journal open(Path file) {
    try {
      FileChannel channel =
          OwnerOnly.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      long whole = JournalReader.wholeLines(channel);
      channel.truncate(whole);
      channel.position(whole);
      return new Journal(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open the journal " + file, e);
    }
  }

  /**
   * Appends one line.
   *
   * @return where the line begins
   */
  public long write(JsonNode line) {
    try {
      return append(ByteBuffer.wrap(bytes(line)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to the journal", e);
    }
  }

  /** A line as it stands in the file, its end included. */
  static byte[] bytes(JsonNode line) {
    byte[] json = Json.bytes(line);
    byte[] bytes = Arrays.copyOf(json, json.length + 1);
    bytes[json.length] = '\n';
    return bytes;
  }

  /** Returns when all that was written is on disk, where it survives a power failure too. */
  void force() {
    try {
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the journal to disk", e);
    }
  }

  private synchronized long append(ByteBuffer bytes) throws IOException {
    long start = size;
    while (bytes.hasRemaining()) {
      size += channel.write(bytes);
    }
    return start;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the journal", e);
    }
  }
}
