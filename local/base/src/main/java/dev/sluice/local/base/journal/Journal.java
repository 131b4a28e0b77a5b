package dev.sluice.local.base.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.json.Json;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A file of JSON lines that only grows, the owner's alone. A process killed while it wrote, or a
 * power cut, leaves a torn tail, which readers skip and the next writer cuts off. A line that does
 * not fit on a full disk leaves nothing. Safe for use by several threads.
 */
public final class Journal implements Closeable {
  private final FileChannel channel;
  private long size;

  /** On a file that is whole. */
  Journal(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
    channel.position(size);
  }

  /** Opens a journal for appending; makes it where it is missing. */
  public static Journal open(Path file) {
    try {
      boolean made = !Files.exists(file);
      FileChannel channel =
          OwnerOnly.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      channel.truncate(JournalReader.wholeLines(channel));
      if (made) {
        DurableFile.forceDirectory(file.toAbsolutePath().getParent());
      }
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
      throw new UncheckedIOException("Cannot write to the journal: " + e.getMessage(), e);
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
  public void force() {
    try {
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the journal to disk", e);
    }
  }

  private synchronized long append(ByteBuffer bytes) throws IOException {
    cutTorn();
    long start = size;
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      size = channel.position();
      return start;
    } catch (IOException e) {
      try {
        cutTorn();
      } catch (IOException again) {
        // The next line tries it again before it is written.
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  /** Takes away what there is of a line that could not be written whole. */
  private void cutTorn() throws IOException {
    if (channel.position() > size) {
      channel.truncate(size);
    }
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
