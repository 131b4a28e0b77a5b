package dev.sluice.local.aws.disk;

import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.thread.DaemonThreads;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells before a disk is quite full, so that the runtime ends in order: a database, an object store
 * and functions that each meet a full disk by themselves answer with errors that name no cause.
 *
 * <p>Holds some room in the state directory, which it gives back when it tells: another process may
 * have taken all the rest, and the end has to be written down.
 */
public final class DiskWatch implements AutoCloseable {
  private static final long MIB = 1024 * 1024;

  /** Below that a runtime does not start. */
  static final long TO_START = 64 * MIB;

  /** Below that a runtime ends. */
  static final long LEAST = 32 * MIB;

  private static final int HELD = (int) (4 * MIB);
  private static final long LOOK_EVERY_MILLIS = 250;

  private final List<Room> rooms;
  private final Path held;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("disk"));

  /**
   * Watches the state directory, and where libraries put what they are about to write.
   *
   * @throws FullDisk where there is too little room to begin
   */
  public DiskWatch(Path state) {
    rooms = List.of(new Room(state), new Room(Path.of(System.getProperty("java.io.tmpdir"))));
    held = state.resolve("held-room");
    lack(TO_START)
        .ifPresent(
            sentence -> {
              throw new FullDisk(sentence);
            });
  }

  private Optional<String> lack(long least) {
    return rooms.stream().flatMap(room -> room.lack(least).stream()).findFirst();
  }

  /** A sentence on what is full, where the runtime cannot go on for that. */
  public Optional<String> full() {
    return lack(LEAST);
  }

  /**
   * Begins to watch.
   *
   * @param tell is given the sentence, once
   */
  public void start(Consumer<String> tell) throws IOException {
    hold();
    thread.scheduleWithFixedDelay(
        () -> full().ifPresent(sentence -> end(sentence, tell)),
        0,
        LOOK_EVERY_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  private void hold() throws IOException {
    try (FileChannel file =
        OwnerOnly.open(held, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer content = ByteBuffer.allocate(HELD);
      while (content.hasRemaining()) {
        file.write(content);
      }
    }
  }

  private void end(String sentence, Consumer<String> tell) {
    thread.shutdown();
    try {
      Files.deleteIfExists(held);
    } catch (IOException e) {
      // Then the end may not be written down, and is told all the same.
    }
    tell.accept(sentence);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
