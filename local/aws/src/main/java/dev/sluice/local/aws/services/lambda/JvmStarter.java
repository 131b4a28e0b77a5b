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
import java.util.function.Supplier;

/** Starts environments as child JVMs, each in a temporary directory of its own. */
final class JvmStarter implements EnvironmentPool.Starter {
  private final JvmCommand command;
  private final ClassArchives archives;
  private final Path temp;
  private final Supplier<Map<String, String>> localVariables;
  private final Clock clock;
  private final Map<ExecutionEnvironment, Path> directories = new ConcurrentHashMap<>();

  /**
   * @param temp below which the environments' directories are made
   * @param localVariables how to reach the local AWS; asked at each start
   */
  JvmStarter(
      JvmCommand command,
      ClassArchives archives,
      Path temp,
      Supplier<Map<String, String>> localVariables,
      Clock clock) {
    this.command = command;
    this.archives = archives;
    this.temp = temp;
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
    environment.start(
        command.of(function, archives.options(environment, command.classPath(function)), directory),
        api -> EnvironmentVariables.of(function, localVariables.get(), stream, api, directory),
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
