package dev.sluice.local.spark;

import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.hash.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * Copies of scripts and jars on disk, downloaded once per content. Thread-safe, also between
 * processes.
 */
final class FileCache {
  private static final Duration KEPT = Duration.ofDays(14);

  private final Path directory;

  /** Takes over what is there, without what nobody has fetched for two weeks. */
  FileCache(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    FileTime oldest = FileTime.from(Instant.now().minus(KEPT));
    try (Stream<Path> copies = Files.list(directory)) {
      for (Path copy : copies.toList()) {
        if (Files.getLastModifiedTime(copy).compareTo(oldest) < 0) {
          Files.deleteIfExists(copy);
        }
      }
    }
  }

  /**
   * The local copy of a file.
   *
   * @param location {@code s3://…} or {@code file:/…}
   * @throws IOException where there is no such file, or it cannot be read
   */
  Path fetch(String location, Configuration configuration) throws IOException {
    org.apache.hadoop.fs.Path remote = new org.apache.hadoop.fs.Path(location);
    FileSystem system = remote.getFileSystem(configuration);
    FileStatus status = system.getFileStatus(remote);
    Path copy = directory.resolve(Digest.name(location, version(status)) + "-" + remote.getName());
    if (Files.exists(copy)) {
      Files.setLastModifiedTime(copy, FileTime.from(Instant.now()));
      return copy;
    }
    Path part = Files.createTempFile(directory, "part", null);
    try (InputStream in = system.open(remote)) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      return DurableFile.publish(part, copy);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String version(FileStatus status) {
    String etag = status instanceof EtagSource source ? source.getEtag() : null;
    return etag != null ? etag : status.getLen() + "@" + status.getModificationTime();
  }
}
