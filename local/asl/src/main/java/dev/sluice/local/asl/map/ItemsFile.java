package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.run.Payload;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.json.Json;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The children's inputs on disk, so that a map run of any size needs little memory and a redrive
 * has the very same items. Safe for use by several threads.
 */
final class ItemsFile implements Closeable {
  private final Path file;
  private final long[] offsets;
  private final int[] counts;
  private FileChannel channel;
  private boolean kept;

  private ItemsFile(Path file, long[] offsets, int[] counts) {
    this.file = file;
    this.offsets = offsets;
    this.counts = counts;
  }

  /** How many items each child has. */
  int[] counts() {
    return counts.clone();
  }

  int count(int child) {
    return counts[child];
  }

  synchronized Payload input(int child) {
    try {
      boolean wasOpen = channel != null;
      if (!wasOpen) {
        channel = FileChannel.open(file, StandardOpenOption.READ);
      }
      Payload payload = read(child);
      if (!wasOpen && !kept) {
        close();
      }
      return payload;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the items of a map run", e);
    }
  }

  private Payload read(int child) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) (offsets[child + 1] - offsets[child]));
    while (bytes.hasRemaining() && channel.read(bytes, offsets[child] + bytes.position()) > 0) {
      // until the line is complete
    }
    return new Payload(Json.MAPPER.readTree(bytes.array()).path("i"));
  }

  /** Keeps the file open from the next reading on, until it is closed. */
  synchronized void keepOpen() {
    kept = true;
  }

  @Override
  public synchronized void close() {
    kept = false;
    try {
      if (channel != null) {
        channel.close();
        channel = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the items of a map run", e);
    }
  }

  /** The items of a map run that has none yet. */
  static ItemsFile none(Path file) {
    return new Index().open(file);
  }

  static ItemsFile open(Path file) throws IOException {
    Index index = new Index();
    try (var lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int length = line.getBytes(StandardCharsets.UTF_8).length + 1;
        index.add(length, Json.parse(line).path("n").intValue());
      }
    }
    return index.open(file);
  }

  /** Writes the file; it exists under its name only when it is complete. */
  static final class Writer implements Closeable {
    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final OutputStream out;
    private final Index index = new Index();

    Writer(Path file) throws IOException {
      this.file = file;
      this.part = DurableFile.part(file);
      this.channel =
          OwnerOnly.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING);
      this.out = new BufferedOutputStream(Channels.newOutputStream(channel));
    }

    void add(JsonNode input, int items) throws IOException {
      ObjectNode line = Json.object().put("n", items);
      line.set("i", input);
      byte[] bytes = Json.MAPPER.writeValueAsBytes(line);
      out.write(bytes);
      out.write('\n');
      index.add(bytes.length + 1, items);
    }

    ItemsFile finish() throws IOException {
      out.flush();
      channel.force(true);
      out.close();
      DurableFile.publish(part, file);
      return index.open(file);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  private static final class Index {
    private long[] offsets = new long[64];
    private int[] counts = new int[64];
    private int size;

    void add(int length, int items) {
      if (size + 1 == offsets.length) {
        offsets = Arrays.copyOf(offsets, size * 2 + 2);
        counts = Arrays.copyOf(counts, size * 2 + 2);
      }
      counts[size] = items;
      offsets[size + 1] = offsets[size] + length;
      size++;
    }

    ItemsFile open(Path file) {
      return new ItemsFile(file, Arrays.copyOf(offsets, size + 1), Arrays.copyOf(counts, size));
    }
  }
}
