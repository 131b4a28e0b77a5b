package dev.sluice.local.aws.services.glue;

import dev.sluice.local.aws.services.BuildOutputs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the build of module local-spark left.
 *
 * @param target its directory
 */
record WorkerBuild(Path target) {
  static WorkerBuild find() throws IOException {
    return new WorkerBuild(BuildOutputs.find("local/spark/target/classpath").getParent());
  }

  /** Where the class-data archive is, if it was made. */
  Path archive() {
    return target.resolve("worker.jsa");
  }

  /**
   * Where workers keep jars and compiled scripts, by their content: what one deployment compiled,
   * the next one and a fresh start take over.
   */
  Path cache() {
    return target.resolve("worker-cache");
  }

  /** False where there is none, or a part of the class path is newer. */
  boolean archiveIsFresh() throws IOException {
    if (!Files.exists(archive())) {
      return false;
    }
    FileTime made = Files.getLastModifiedTime(archive());
    for (String entry : classPath().split(File.pathSeparator)) {
      if (Files.getLastModifiedTime(Path.of(entry)).compareTo(made) > 0) {
        return false;
      }
    }
    return true;
  }

  List<String> command(List<String> options, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + target.resolve("classes/worker.options"));
    command.addAll(options);
    command.add("-cp");
    command.add(classPath());
    command.add("dev.sluice.local.spark.Worker");
    command.addAll(arguments);
    return command;
  }

  private String classPath() throws IOException {
    return code() + File.pathSeparator + Files.readString(target.resolve("classpath")).strip();
  }

  // A class-data archive works with jars only, so the jar rather than the classes in it.
  private Path code() throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(f -> f.getFileName().toString().matches("local-spark-[0-9][^/]*\\.jar"))
          .findFirst()
          .orElse(target.resolve("classes"));
    }
  }
}
