package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.file.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Starts environments as child JVMs, each in a temporary directory of its own. */
final class JvmStarter implements EnvironmentPool.Starter {
  private final JvmCommand command;
  private final ClassArchives archives;
  private final Path temp;
  private final FunctionRights rights;
  private final Function<FunctionConfig, Map<String, String>> localVariables;
  private final Clock clock;
  private final Map<ExecutionEnvironment, Path> directories = new ConcurrentHashMap<>();

  /**
   * @param temp below which the environments' directories are made
   * @param rights what the functions' roles are asked for
   * @param localVariables how a function reaches the local AWS; asked at each start
   */
  JvmStarter(
      JvmCommand command,
      ClassArchives archives,
      Path temp,
      FunctionRights rights,
      Function<FunctionConfig, Map<String, String>> localVariables,
      Clock clock) {
    this.command = command;
    this.archives = archives;
    this.temp = temp;
    this.rights = rights;
    this.localVariables = localVariables;
    this.clock = clock;
  }

  @Override
  public void start(ExecutionEnvironment environment, FunctionLog log) throws IOException {
    FunctionConfig function = environment.function();
    OwnerOnly.directories(temp);
    Path directory = Files.createTempDirectory(temp, function.name());
    directories.put(environment, directory);
    String stream = logStream();
    rights.checkLog(function, stream);
    environment.start(
        command.of(function, archives.options(environment, command.classPath(function)), directory),
        api ->
            EnvironmentVariables.of(
                function, localVariables.apply(function), stream, api, directory),
        directory);
  }

  private String logStream() {
    String day =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
            .format(DateTimeFormatter.ofPattern("yyyy/MM/dd"));
    return day + "/[$LATEST]" + UUID.randomUUID().toString().replace("-", "");
  }

  @Override
  public boolean shouldEnd(ExecutionEnvironment environment) {
    return archives.train(environment);
  }

  @Override
  public void ended(ExecutionEnvironment environment) {
    archives.ended(environment, environment.endedOrderly());
    Path directory = directories.remove(environment);
    if (directory == null) {
      return;
    }
    try {
      Trees.delete(directory);
    } catch (IOException e) {
      // Left over temporary files are swept at the next start.
    }
  }
}
