package dev.sluice.console.command;

import dev.sluice.console.aws.DatasetInfo;
import dev.sluice.console.aws.Directory;
import dev.sluice.console.aws.Execution;
import dev.sluice.console.aws.Executions;
import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.Target;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.console.input.SampleFiles;
import dev.sluice.console.input.Upload;
import dev.sluice.console.local.Assembly;
import dev.sluice.console.local.Home;
import dev.sluice.console.local.LocalAws;
import dev.sluice.console.local.StateDirectory;
import dev.sluice.console.progress.ProgressView;
import dev.sluice.console.progress.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sfn.SfnClient;

/** {@code sluice run}: the whole pipeline on this machine, from input files to the lake. */
@Command(
    name = "run",
    description = {
      "Runs a pipeline on this machine: starts the embedded AWS, deploys what the pipeline needs into",
      "it, uploads input, starts an execution and follows it to its end."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sluice run orders                              the sample data, every step",
      "  ./sluice run orders --input my-files             my-files/sales/*.csv, my-files/marketing/*.csv",
      "  ./sluice run orders --only join_sales_marketing  one step, on what earlier runs left",
    },
    mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(300);

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PIPELINE",
      description = "The pipeline; may be left out where there is one alone.")
  private String pipelineName;

  @Mixin private PipelineOption pipelineOption;

  @Option(
      names = "--input",
      paramLabel = "DIR",
      description =
          "Directory with your own files, DIR/<dataset>/*.csv, instead of the sample data.")
  private Path input;

  @Option(
      names = "--fresh",
      description = "Begins with an empty embedded AWS: what earlier runs left is deleted.")
  private boolean fresh;

  @Mixin private RunSelection selection;

  @Override
  public Integer call() throws InterruptedException, IOException {
    Home home = Home.ofEnvironment();
    Instant begin = Instant.now();
    String executionInput = selection.toInput();
    Assembly assembly = Assembly.of(home);
    String name = assembly.pipeline(pipelineOption.name(pipelineName));
    if (fresh) {
      StateDirectory.delete(home.awsState());
    }
    try (LocalAws aws =
            LocalAws.attachOrStart(
                home, assembly.deploying(name), line -> System.out.println("  " + line));
        Target target = Target.local(aws.endpoint())) {
      PipelineInfo pipeline =
          Directory.of(target, home.deployment()).find(name).orElseThrow(() -> lacks(aws, name));
      upload(home, target, pipeline);
      return execute(target, pipeline, executionInput, begin);
    }
  }

  private static UserError lacks(LocalAws aws, String pipeline) {
    return UserError.unavailable(
        "the embedded AWS that runs (process "
            + aws.endpoint().pid()
            + ") was started without the pipeline '"
            + pipeline
            + "'. End it and run again, or start it with ./sluice up "
            + pipeline
            + ".");
  }

  private void upload(Home home, Target target, PipelineInfo pipeline)
      throws IOException, InterruptedException {
    if (pipeline.datasets().isEmpty()) {
      if (input != null) {
        throw UserError.usage(
            "found --input, but the pipeline '" + pipeline.name() + "' reads no files.");
      }
      return;
    }
    Path directory = input == null ? SampleFiles.in(home.samples()) : input;
    Upload upload = new Upload(target, pipeline);
    Map<DatasetInfo, List<Path>> files = upload.files(directory);
    System.out.println(
        "Uploading "
            + String.join(
                ", ",
                files.entrySet().stream()
                    .map(e -> e.getValue().size() + " files of " + e.getKey().name())
                    .toList()));
    upload.put(files);
  }

  private int execute(Target target, PipelineInfo pipeline, String executionInput, Instant begin)
      throws InterruptedException {
    try (SfnClient stepFunctions = target.stepFunctions()) {
      Execution execution =
          new Executions(stepFunctions, List.of(pipeline))
              .start(pipeline, ExecutionNames.now(), executionInput);
      System.out.println("Execution " + execution.name() + " of " + pipeline.name());
      Watch.Ended ended =
          new Watch(stepFunctions, pipeline, POLL)
              .untilEnd(execution.arn(), ProgressView.forThisOutput());
      new RunSummary(target, pipeline).print(ended, begin);
      return ended.succeeded() ? ExitCode.OK : ExitCode.EXECUTION_FAILED;
    }
  }
}
