package dev.sluice.console.chaos;

import dev.sluice.console.local.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be killed: processes that this command's embedded AWS consists of, and no others. */
enum Victim {
  RUNTIME("the runtime", "dev.sluice.local.aws.Main"),
  FUNCTION("a function", "dev.sluice.local.lambda.Bootstrap"),
  SPARK("the Spark worker", "dev.sluice.local.spark.Worker"),
  POSTGRES("PostgreSQL", null);

  private final String words;
  private final String mainClass;

  Victim(String words, String mainClass) {
    this.words = words;
    this.mainClass = mainClass;
  }

  /** One that runs, as far as there is one. */
  Optional<ProcessHandle> find(Home home) {
    return this == POSTGRES
        ? postmaster(home.awsState().resolve("postgres"))
        : ProcessHandle.current().descendants().filter(this::runs).findAny();
  }

  private boolean runs(ProcessHandle process) {
    return CommandLines.of(process).contains(mainClass);
  }

  /** Its own first process is no descendant: whoever starts it has ended. */
  private static Optional<ProcessHandle> postmaster(Path directory) {
    Path file = directory.resolve("data/postmaster.pid");
    try (Stream<String> lines = Files.exists(file) ? Files.lines(file) : Stream.of()) {
      return lines
          .findFirst()
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
          .filter(process -> CommandLines.of(process).contains("postgres"));
    } catch (IOException | RuntimeException e) {
      // It is being written.
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return words;
  }
}
