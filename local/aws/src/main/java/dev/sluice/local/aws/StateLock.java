package dev.sluice.local.aws;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one process at a time use a state directory; the kernel frees it when the process dies. */
final class StateLock implements AutoCloseable {
  private final FileChannel channel;

  private StateLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws BadInput if another process has it, naming that process
   */
  static StateLock take(Path state) throws IOException {
    Files.createDirectories(state);
    Path file = state.resolve("lock");
    Path pid = state.resolve("pid");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      String holder = Files.exists(pid) ? Files.readString(pid).trim() : "unknown";
      throw new BadInput(
          "state "
              + state
              + " is in use by process "
              + holder
              + "; end that process (kill "
              + holder
              + ") or use another --state");
    }
    channel.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
    Files.write(
        pid, Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII));
    return new StateLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
