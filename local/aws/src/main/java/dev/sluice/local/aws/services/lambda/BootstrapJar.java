package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.aws.services.BuildOutputs;
import dev.sluice.local.base.file.DurableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The runtime client's classes as one jar: class-data archives do not work with directories. */
final class BootstrapJar {
  private static final String CLASSES = "local/lambda/target/classes";

  private BootstrapJar() {}

  /**
   * Where the build left the classes.
   *
   * @throws IOException where they are not built
   */
  static Path findClasses() throws IOException {
    return BuildOutputs.find(CLASSES);
  }

  /** Writes the jar, unless the same bytes are there: archives depend on its time of change. */
  static Path pack(Path classes, Path jar) throws IOException {
    byte[] content = zip(classes);
    if (!Files.exists(jar) || !Arrays.equals(Files.readAllBytes(jar), content)) {
      DurableFile.write(jar, content);
    }
    return jar;
  }

  private static byte[] zip(Path classes) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(classes)) {
      files = tree.filter(f -> f.toString().endsWith(".class")).sorted().toList();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(classes.relativize(file).toString().replace('\\', '/'));
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }
}
