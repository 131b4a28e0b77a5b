package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.file.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Turns code assets into class paths. */
final class CodeStore {
  private final Path cache;

  /**
   * @param cache where zips are unpacked, one directory a zip
   */
  CodeStore(Path cache) {
    this.cache = cache;
  }

  /** A function's code on disk. */
  record Code(Path root, List<Path> classPath) {}

  /**
   * A jar without libraries inside serves as it is; a zip is unpacked once, and its {@code
   * lib/*.jar} come after its classes, as in <a
   * href="https://docs.aws.amazon.com/lambda/latest/dg/java-package.html">AWS's layout</a>.
   *
   * @param asset jar, zip or directory; its name changes with its content
   * @throws IOException where it cannot be read or an entry points outside
   */
  Code load(Path asset) throws IOException {
    Path code = asset.toAbsolutePath().normalize();
    if (Files.isDirectory(code)) {
      return unpacked(code);
    }
    if (code.toString().endsWith(".jar") && !hasLibraries(code)) {
      return new Code(code.getParent(), List.of(code));
    }
    Path target = cache.resolve(code.getFileName().toString() + "-" + Files.size(code));
    if (!Files.isDirectory(target)) {
      unpack(code, target);
    }
    return unpacked(target);
  }

  private static boolean hasLibraries(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream().anyMatch(e -> e.getName().matches("lib/[^/]+\\.jar"));
    }
  }

  private static Code unpacked(Path root) throws IOException {
    List<Path> classPath = new ArrayList<>();
    classPath.add(root);
    Path libraries = root.resolve("lib");
    if (Files.isDirectory(libraries)) {
      try (Stream<Path> files = Files.list(libraries)) {
        files.filter(f -> f.toString().endsWith(".jar")).sorted().forEach(classPath::add);
      }
    }
    return new Code(root, classPath);
  }

  private void unpack(Path zip, Path target) throws IOException {
    OwnerOnly.directories(cache);
    Path partial = Files.createTempDirectory(cache, "unpacking");
    try {
      extract(zip, partial);
      // Complete or absent: a killed process must not leave half a function behind.
      DurableFile.publish(partial, target);
    } finally {
      Trees.delete(partial);
    }
  }

  private static void extract(Path zip, Path target) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException(
              zip.getFileName() + " has the entry '" + entry.getName() + "', which lies outside");
        }
        if (entry.isDirectory()) {
          OwnerOnly.directories(path);
          continue;
        }
        OwnerOnly.directories(path.getParent());
        try (InputStream content = file.getInputStream(entry)) {
          Files.copy(content, path);
        }
      }
    }
  }
}
