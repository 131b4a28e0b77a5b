package dev.sluice.local.services.glue;

import dev.sluice.local.services.BuildOutputs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Starts the Spark worker of module local-spark in a JVM of its own. */
final class WorkerLauncher implements LazyWorker.Launcher {
  private static final String TARGET = "local-spark/target";
  private static final String ARCHIVE = "worker.jsa";

  private final Path cache;
  private final Path log;
  private final Supplier<Map<String, String>> localVariables;

  /**
   * @param cache where the worker keeps compiled scripts and jars
   * @param log of the worker itself; each run has its own besides
   * @param localVariables how to reach the local AWS; asked at each start
   */
  WorkerLauncher(Path cache, Path log, Supplier<Map<String, String>> localVariables) {
    this.cache = cache;
    this.log = log;
    this.localVariables = localVariables;
  }

  @Override
  public Process launch() throws IOException {
    Files.createDirectories(cache);
    Files.createDirectories(log.getParent());
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().clear();
    builder.environment().putAll(variables());
    builder.directory(cache.toFile());
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return builder.start();
  }

  @Override
  public String log() {
    return log.toString();
  }

  private List<String> command() throws IOException {
    Path target = BuildOutputs.find(TARGET + "/classpath").getParent();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + target.resolve("classes/worker.options"));
    for (Path archive : List.of(cache.resolve(ARCHIVE), target.resolve(ARCHIVE))) {
      if (Files.exists(archive)) {
        command.add("-XX:SharedArchiveFile=" + archive);
        break;
      }
    }
    command.add("-cp");
    command.add(
        jar(target) + File.pathSeparator + Files.readString(target.resolve("classpath")).strip());
    command.add("dev.sluice.spark.Worker");
    command.add("--cache");
    command.add(cache.toString());
    return command;
  }

  // A class-data archive works with jars only, so the jar rather than the classes in it.
  private static Path jar(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(f -> f.getFileName().toString().matches("local-spark-[0-9][^/]*\\.jar"))
          .findFirst()
          .orElse(target.resolve("classes"));
    }
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String inherited : List.of("PATH", "HOME", "TMPDIR", "LANG")) {
      String value = System.getenv(inherited);
      if (value != null) {
        variables.put(inherited, value);
      }
    }
    variables.putAll(localVariables.get());
    return variables;
  }
}
