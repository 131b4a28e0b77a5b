package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.hash.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Class-data archives, one a class path: with one, a function's JVM starts in about half the CPU
 * time and two thirds of the memory. The first environment of a class path that has nothing left to
 * do writes it at its end; a JVM to which an archive does not apply goes on without.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/vm/class-data-sharing.html">Class-data
 *     sharing</a>
 */
final class ClassArchives {
  private static final int KEPT = 4;
  private static final String ARCHIVE = ".jsa";

  private final Path directory;
  private final AtomicInteger counter = new AtomicInteger();
  private final Map<ExecutionEnvironment, Recording> recordings = new HashMap<>();
  private final Map<Path, ExecutionEnvironment> trainers = new HashMap<>();

  private record Recording(Path archive, Path partial) {}

  ClassArchives(Path directory) throws IOException {
    this.directory = OwnerOnly.directories(directory);
    for (Path left : files(DurableFile.PART)) {
      Files.deleteIfExists(left);
    }
    List<Path> archives = files(ARCHIVE);
    for (Path old : archives.subList(Math.min(KEPT, archives.size()), archives.size())) {
      Files.deleteIfExists(old);
    }
  }

  /** The newest first. */
  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(f -> f.toString().endsWith(suffix))
          .sorted(Comparator.comparing((Path f) -> f.toFile().lastModified()).reversed())
          .toList();
    }
  }

  /** JVM options that use the archive of that class path, or make the JVM able to write it. */
  List<String> options(ExecutionEnvironment environment, List<Path> classPath) throws IOException {
    Path archive = archive(classPath);
    if (archive == null) {
      return List.of();
    }
    if (Files.exists(archive)) {
      return List.of("-XX:SharedArchiveFile=" + archive);
    }
    Path partial = Path.of(archive + "." + counter.incrementAndGet() + DurableFile.PART);
    synchronized (this) {
      recordings.put(environment, new Recording(archive, partial));
    }
    return List.of("-XX:ArchiveClassesAtExit=" + partial);
  }

  /** True for the one environment that should end now, by itself, to write the archive. */
  synchronized boolean train(ExecutionEnvironment environment) {
    Recording recording = recordings.get(environment);
    return recording != null
        && !Files.exists(recording.archive())
        && trainers.putIfAbsent(recording.archive(), environment) == null;
  }

  /** Takes over what an environment wrote before it ended. */
  synchronized void ended(ExecutionEnvironment environment, boolean orderly) {
    Recording recording = recordings.remove(environment);
    if (recording == null) {
      return;
    }
    boolean trained = trainers.remove(recording.archive(), environment);
    try {
      if (trained && orderly && Files.exists(recording.partial())) {
        DurableFile.publish(recording.partial(), recording.archive());
      } else {
        Files.deleteIfExists(recording.partial());
      }
    } catch (IOException e) {
      // Without an archive functions start more slowly, and that is all.
    }
  }

  /** Null where there can be none: archives do not work with directories. */
  private Path archive(List<Path> classPath) throws IOException {
    StringBuilder key = new StringBuilder(System.getProperty("java.vm.version"));
    key.append(System.getProperty("java.home"));
    for (Path entry : classPath) {
      if (Files.isDirectory(entry)) {
        return null;
      }
      key.append('\n').append(entry).append(' ').append(Files.size(entry));
      key.append(' ').append(Files.getLastModifiedTime(entry).toMillis());
    }
    return directory.resolve(Digest.name(key.toString()) + ARCHIVE);
  }
}
