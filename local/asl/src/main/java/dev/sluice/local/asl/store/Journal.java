package dev.sluice.local.asl.store;

import com.fasterxml.jackson.databind.JsonNode;
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
 * A file of JSON lines that only grows. A process killed while it wrote leaves a last line without
 * its end, which readers skip and the next writer cuts off. Safe for use by several threads.
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
          FileChannel.open(
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
      byte[] json = Json.MAPPER.writeValueAsBytes(line);
      byte[] bytes = Arrays.copyOf(json, json.length + 1);
      bytes[json.length] = '\n';
      return append(ByteBuffer.wrap(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to the journal", e);
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
