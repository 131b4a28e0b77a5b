package dev.sluice.local.base.lock;

import dev.sluice.local.base.file.OwnerOnly;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one owner at a time use a directory. The operating system gives the lock back when the
 * process dies, however it dies.
 */
public final class DirectoryLock implements Closeable {
  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, in the file {@code lock} of the directory, and writes this process's id to
   * {@code pid} beside it. Makes the directory.
   *
   * @throws DirectoryInUse where this or another process has the lock
   */
  public static DirectoryLock take(Path directory) {
    try {
      OwnerOnly.directories(directory);
      FileChannel channel =
          OwnerOnly.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      Path holder = directory.resolve("pid");
      if (!lock(channel)) {
        channel.close();
        throw new DirectoryInUse(
            directory, Files.exists(holder) ? Files.readString(holder).strip() : "unknown");
      }
      Files.writeString(OwnerOnly.touch(holder), Long.toString(ProcessHandle.current().pid()));
      return new DirectoryLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + directory + ": " + e.getMessage(), e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another owner in this process has it.
      return false;
    }
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give a lock back", e);
    }
  }
}
