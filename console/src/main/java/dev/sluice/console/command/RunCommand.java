package dev.sluice.console.command;

import dev.sluice.console.ExitCode;
import dev.sluice.console.Home;
import dev.sluice.console.aws.Executions;
import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.PipelineInfo.DatasetInfo;
import dev.sluice.console.aws.Pipelines;
import dev.sluice.console.aws.Target;
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
      "Runs a pipeline on this machine: starts the embedded AWS, deploys the templates into it,",
      "uploads input, starts an execution and follows it to its end."
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
      description = "The pipeline; may be left out where there is one.")
  private String pipelineName;

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
    if (fresh) {
      StateDirectory.delete(home.awsState());
    }
    try (LocalAws aws =
            LocalAws.attachOrStart(home, List.of(), line -> System.out.println("  " + line));
        Target target = Target.local(aws.endpoint())) {
      PipelineInfo pipeline = Pipelines.of(target).named(pipelineName);
      upload(home, target, pipeline);
      return execute(target, pipeline, executionInput, begin);
    }
  }

  private void upload(Home home, Target target, PipelineInfo pipeline)
      throws IOException, InterruptedException {
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
      String name = ExecutionNames.now();
      String arn = new Executions(stepFunctions, pipeline).start(name, executionInput);
      System.out.println("Execution " + name + " of " + pipeline.name());
      Watch.Ended ended =
          new Watch(stepFunctions, pipeline, POLL).untilEnd(arn, ProgressView.forThisOutput());
      new RunSummary(target, pipeline).print(ended, begin);
      return ended.succeeded() ? ExitCode.OK : ExitCode.EXECUTION_FAILED;
    }
  }
}
