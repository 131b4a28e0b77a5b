package dev.sluice.console.command;

import dev.sluice.console.aws.Directory;
import dev.sluice.console.aws.Execution;
import dev.sluice.console.aws.Executions;
import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.Target;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.console.input.Upload;
import dev.sluice.console.local.Assembly;
import dev.sluice.console.local.Home;
import dev.sluice.console.local.LocalAws;
import dev.sluice.console.local.StateDirectory;
import dev.sluice.console.progress.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Measures many files and tables in the orders pipeline, on a state of its own that is removed at
 * the end. Tables that are missing at first make the export fail; they come back and it is
 * redriven.
 */
final class ScaleBench {
  /** What the runtime's own process may use, whatever the numbers. */
  private static final long MOST_MIB = 768;

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final String PIPELINE = "orders";

  private final Home home;
  private final int files;
  private final int tables;

  ScaleBench(Home home, int files, int tables) {
    if (files < 1 || tables < 1) {
      throw UserError.usage(
          "found " + files + " files and " + tables + " tables, expected at least 1 of each.");
    }
    this.home = home;
    this.files = files;
    this.tables = tables;
  }

  int measure() throws IOException, InterruptedException {
    // On the disk that runs use, which may be slower than that of temporary files.
    Path state = Files.createTempDirectory(Files.createDirectories(home.state()), "bench-");
    Home own = new Home(home.root(), state, home.assembly(), home.deployment());
    try (LocalAws aws = LocalAws.start(own, Assembly.of(own).deploying(PIPELINE), line -> {});
        Target target = Target.local(aws.endpoint());
        SfnClient stepFunctions = target.stepFunctions();
        MemoryWatch memory = new MemoryWatch(aws.endpoint().pid())) {
      PipelineInfo pipeline = Directory.of(target, own.deployment()).find(PIPELINE).orElseThrow();
      Runs runs = new Runs(stepFunctions, pipeline);
      files(state, target, pipeline, runs);
      tables(own, target, runs);
      System.out.printf(
          "memory at its most: %,d MiB in the runtime (limit %,d), %,d MiB in all processes%n",
          memory.runtimeMib(), MOST_MIB, memory.allMib());
      return memory.runtimeMib() > MOST_MIB ? ExitCode.EXECUTION_FAILED : ExitCode.OK;
    } finally {
      StateDirectory.delete(state);
    }
  }

  private void files(Path state, Target target, PipelineInfo pipeline, Runs runs)
      throws IOException, InterruptedException {
    Upload upload = new Upload(target, pipeline);
    BenchFiles input = new BenchFiles(state.resolve("input"));
    input.write(files);
    Phase.of("upload", files, "file", () -> upload.send(upload.files(input.directory())))
        .then("register", upload::awaitRegistered);
    Phase.of("validate", files, "file", () -> runs.run("await_sales", "validate_sales"));
    Phase.of("process", files, "file", () -> runs.run("process_sales", "mark_ingested"));
  }

  private void tables(Home own, Target target, Runs runs) throws IOException, InterruptedException {
    BenchTables shop = new BenchTables(own, target, tables);
    Phase.of("make tables", tables, "table", shop::make);
    Phase.of("crawl", tables, "table", () -> runs.run("crawl_shop"));
    shop.hide();
    Execution failed =
        Phase.of("export", tables, "table", () -> runs.end(ExecutionStatus.FAILED, "export_tables"))
            .result();
    shop.show();
    Phase.of("redrive", tables, "table", () -> runs.redrive(failed));
  }

  /** Executions that are waited for. */
  private record Runs(SfnClient stepFunctions, PipelineInfo pipeline) {
    Execution run(String... steps) throws InterruptedException {
      return end(ExecutionStatus.SUCCEEDED, steps);
    }

    Execution end(ExecutionStatus expected, String... steps) throws InterruptedException {
      String input = "{\"only\": [\"" + String.join("\", \"", steps) + "\"]}";
      Execution execution =
          new Executions(stepFunctions, List.of(pipeline))
              .start(pipeline, ExecutionNames.now(), input);
      return await(execution, expected);
    }

    Execution redrive(Execution failed) throws InterruptedException {
      stepFunctions.redriveExecution(
          r -> r.executionArn(failed.arn()).clientToken(UUID.randomUUID().toString()));
      return await(failed, ExecutionStatus.SUCCEEDED);
    }

    private Execution await(Execution execution, ExecutionStatus expected)
        throws InterruptedException {
      Watch.Ended ended =
          new Watch(stepFunctions, pipeline, POLL).untilEnd(execution.arn(), (progress, now) -> {});
      if (ended.execution().status() != expected) {
        throw UserError.unavailable(
            "execution "
                + execution.name()
                + " ended as "
                + ended.execution().statusAsString()
                + ", expected "
                + expected
                + ": "
                + ended.execution().cause());
      }
      return execution;
    }
  }

  /** A part that is measured, and what came of it. */
  private record Phase<T>(int number, String unit, T result) {
    @FunctionalInterface
    interface Work<T> {
      T run() throws IOException, InterruptedException;
    }

    @FunctionalInterface
    interface Rest<T> {
      void run(T earlier) throws InterruptedException;
    }

    static <T> Phase<T> of(String name, int number, String unit, Work<T> work)
        throws IOException, InterruptedException {
      Instant begin = Instant.now();
      T result = work.run();
      print(name, number, unit, begin);
      return new Phase<>(number, unit, result);
    }

    void then(String name, Rest<T> rest) throws InterruptedException {
      Instant begin = Instant.now();
      rest.run(result);
      print(name, number, unit, begin);
    }

    private static void print(String name, int number, String unit, Instant begin) {
      double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
      System.out.printf(
          "%-12s %,7d %ss  %8.1f s  %6.1f ms a %s%n",
          name, number, unit, seconds, 1000 * seconds / number, unit);
    }
  }
}
