package dev.sluice.local.base.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.file.DamagedFile;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Reads journals. A torn tail is skipped: bytes behind the last line end, and last lines that are
 * no JSON, which a power cut may leave behind.
 */
public final class JournalReader {
  private static final int CHUNK = 32 * 1024;

  private JournalReader() {}

  /** Told of each line; returns false to stop reading. */
  @FunctionalInterface
  public interface LineVisitor {
    boolean line(long offset, JsonNode line);
  }

  /** Visits every whole line in order. A missing file has none. */
  public static void each(Path file, LineVisitor visitor) {
    eachFrom(file, 0, visitor);
  }

  /** Visits the whole lines from an offset on, at which a line begins. */
  public static void eachFrom(Path file, long from, LineVisitor visitor) {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.position(from);
      InputStream in = Channels.newInputStream(channel);
      byte[] buffer = new byte[CHUNK];
      int filled = 0;
      long start = from;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer, filled, buffer.length - filled)) {
        int lineStart = 0;
        for (int i = filled; i < filled + n; i++) {
          if (buffer[i] == '\n') {
            int length = i - lineStart;
            JsonNode line = parsed(buffer, lineStart, length);
            if (line == null) {
              requireTail(file, channel, start);
              return;
            }
            if (!visitor.line(start, line)) {
              return;
            }
            start += length + 1;
            lineStart = i + 1;
          }
        }
        filled += n - lineStart;
        System.arraycopy(buffer, lineStart, buffer, 0, filled);
        if (filled == buffer.length) {
          buffer = Arrays.copyOf(buffer, filled * 2);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the journal " + file, e);
    }
  }

  /** Null where the bytes are not one line of a journal. */
  private static JsonNode parsed(byte[] buffer, int from, int length) throws IOException {
    try {
      JsonNode line = Json.MAPPER.readTree(buffer, from, length);
      return line.isObject() ? line : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static void requireTail(Path file, FileChannel channel, long start) throws IOException {
    if (wholeLines(channel) > start) {
      throw new DamagedFile(
          file,
          "the line at byte " + start + " is no JSON, though whole lines follow it",
          "To go on with what stands before it, as after a power cut at that moment: head -c "
              + start
              + " '"
              + file
              + "' > '"
              + file
              + ".whole' && mv '"
              + file
              + ".whole' '"
              + file
              + "'. Only what stands behind it is lost.",
          null);
    }
  }

  /** The line that begins at an offset. */
  public static JsonNode at(Path file, long offset) {
    JsonNode[] found = new JsonNode[1];
    eachFrom(
        file,
        offset,
        (start, line) -> {
          found[0] = line;
          return false;
        });
    if (found[0] == null) {
      throw new IllegalStateException("The journal " + file + " has no line at " + offset + ".");
    }
    return found[0];
  }

  /** The first whole line, or null. */
  public static JsonNode first(Path file) {
    JsonNode[] found = new JsonNode[1];
    each(
        file,
        (start, line) -> {
          found[0] = line;
          return false;
        });
    return found[0];
  }

  /** The last whole line, or null; reads the file's end only. */
  public static JsonNode last(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long end = wholeLines(channel);
      return end == 0 ? null : line(channel, lineStart(channel, end - 1), end);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the journal " + file, e);
    }
  }

  /** The length of the file without its torn tail. */
  static long wholeLines(FileChannel channel) throws IOException {
    long end = lineStart(channel, channel.size());
    while (end > 0) {
      long start = lineStart(channel, end - 1);
      if (line(channel, start, end) != null) {
        return end;
      }
      end = start;
    }
    return 0;
  }

  private static JsonNode line(FileChannel channel, long start, long end) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) (end - 1 - start));
    while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) > 0) {
      // until the line is complete
    }
    return parsed(bytes.array(), 0, bytes.capacity());
  }

  /** The position behind the last line end before a position. */
  private static long lineStart(FileChannel channel, long before) throws IOException {
    long to = before;
    while (to > 0) {
      int length = (int) Math.min(CHUNK, to);
      ByteBuffer chunk = ByteBuffer.allocate(length);
      while (chunk.hasRemaining() && channel.read(chunk, to - length + chunk.position()) > 0) {
        // until the chunk is full
      }
      for (int i = length - 1; i >= 0; i--) {
        if (chunk.get(i) == '\n') {
          return to - length + i + 1;
        }
      }
      to -= length;
    }
    return 0;
  }
}
