package dev.sluice.local.base.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are there whole or not at all, so that a killed process leaves no half of one under
 * its name; the owner's alone. A writer writes beside and then renames; readers see the earlier
 * content until then.
 *
 * <p>Thread-safe, except that two writers of one file at once must agree on an order themselves.
 */
public final class DurableFile {
  /** Ends the name of a file that is being written; left behind only by a killed process. */
  public static final String PART = ".part";

  private DurableFile() {}

  /** Replaces the file's content; on return it is on disk. Makes the directory. */
  public static void write(Path file, byte[] content) {
    Path part = part(file);
    try {
      OwnerOnly.directories(file.toAbsolutePath().getParent());
      try (FileChannel out =
          OwnerOnly.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        out.force(true);
      }
      publish(part, file);
      forceDirectory(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Replaces the file's content by a text in UTF-8; on return it is on disk. */
  public static void write(Path file, String content) {
    write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Where a file is written before {@link #publish} gives it its name. */
  public static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + PART);
  }

  /**
   * Returns when the names in a directory are on disk, where they survive a power cut too; does
   * nothing where the system opens no directories.
   */
  public static void forceDirectory(Path directory) throws IOException {
    FileChannel opened;
    try {
      opened = FileChannel.open(directory, StandardOpenOption.READ);
    } catch (IOException e) {
      return;
    }
    try (opened) {
      opened.force(true);
    }
  }

  /**
   * Gives a complete file or directory its name, in one step. An earlier file of that name is
   * replaced; a directory that is not empty is not.
   *
   * @param complete on the same file system
   * @return the name
   */
  public static Path publish(Path complete, Path name) throws IOException {
    return Files.move(
        complete, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
