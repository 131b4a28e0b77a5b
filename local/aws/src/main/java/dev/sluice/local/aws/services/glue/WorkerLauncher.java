package dev.sluice.local.aws.services.glue;

import dev.sluice.local.base.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Starts the Spark worker of module local-spark in a JVM of its own. */
final class WorkerLauncher implements LazyWorker.Launcher {
  private static final Set<String> CREDENTIALS =
      Set.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");

  private final Path directory;
  private final Path log;
  private final Supplier<Map<String, String>> localVariables;

  /**
   * @param directory that the worker runs in
   * @param log of the worker itself; each run has its own besides
   * @param localVariables how to reach the local AWS; asked at each start
   */
  WorkerLauncher(Path directory, Path log, Supplier<Map<String, String>> localVariables) {
    this.directory = directory;
    this.log = log;
    this.localVariables = localVariables;
  }

  @Override
  public Process launch() throws IOException {
    OwnerOnly.directories(directory);
    OwnerOnly.directories(log.getParent());
    ProcessBuilder builder = new ProcessBuilder(OwnerOnly.command(command()));
    builder.environment().clear();
    builder.environment().putAll(variables());
    builder.directory(directory.toFile());
    builder.redirectError(ProcessBuilder.Redirect.appendTo(OwnerOnly.touch(log).toFile()));
    return builder.start();
  }

  @Override
  public String log() {
    return log.toString();
  }

  private List<String> command() throws IOException {
    WorkerBuild build = WorkerBuild.find();
    List<String> options = new ArrayList<>();
    if (Files.exists(build.archive())) {
      options.add("-XX:SharedArchiveFile=" + build.archive());
    }
    return build.command(
        options, List.of("--cache", OwnerOnly.directories(build.cache()).toString()));
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
    // Runs and crawls bring those of their roles; the worker must not call anything by itself.
    variables.keySet().removeAll(CREDENTIALS);
    return variables;
  }
}
