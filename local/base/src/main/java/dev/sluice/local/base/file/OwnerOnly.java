package dev.sluice.local.base.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files and directories that no other user of the machine may read, from the moment they exist.
 * Where the file system knows no POSIX permissions, files get what the system gives.
 */
public final class OwnerOnly {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnly() {}

  /** Makes a directory and what is missing above it; one that is there keeps its permissions. */
  public static Path directories(Path directory) throws IOException {
    return Files.createDirectories(directory, attributes("rwx------"));
  }

  /** Opens a file; one that this makes is the owner's alone. */
  public static FileChannel open(Path file, OpenOption... options) throws IOException {
    return FileChannel.open(file, Set.of(options), attributes("rw-------"));
  }

  /** Makes an empty file for somebody else to write to, unless it is there. */
  public static Path touch(Path file) throws IOException {
    try {
      open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE).close();
    } catch (FileAlreadyExistsException e) {
      // It keeps its permissions.
    }
    return file;
  }

  /** The command of a child process, such that what it writes is the owner's alone, too. */
  public static List<String> command(List<String> command) {
    if (!POSIX) {
      return command;
    }
    // A JVM cannot change its umask, and a child has its parent's.
    List<String> masked =
        new ArrayList<>(List.of("/bin/sh", "-c", "umask 077; exec \"$0\" \"$@\""));
    masked.addAll(command);
    return masked;
  }

  /** Takes a file or directory from everybody but its owner, who keeps his permissions. */
  public static void protect(Path path) throws IOException {
    if (!POSIX || Files.isSymbolicLink(path)) {
      return;
    }
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
    Set<PosixFilePermission> kept = EnumSet.noneOf(PosixFilePermission.class);
    kept.addAll(found);
    kept.retainAll(OWNERS);
    if (!kept.equals(found)) {
      Files.setPosixFilePermissions(path, kept);
    }
  }

  /**
   * Takes a directory with all that is in it from everybody but the owner; does nothing where the
   * directory itself is the owner's alone. Nobody else may write there meanwhile.
   */
  public static void protectTree(Path directory) throws IOException {
    if (!POSIX || OWNERS.containsAll(Files.getPosixFilePermissions(directory))) {
      return;
    }
    List<Path> below;
    try (Stream<Path> tree = Files.walk(directory)) {
      below = tree.skip(1).toList();
    }
    for (Path path : below) {
      protect(path);
    }
    // Last, so that a process killed before this begins anew.
    protect(directory);
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
