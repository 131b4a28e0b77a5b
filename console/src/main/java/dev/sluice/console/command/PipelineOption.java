package dev.sluice.console.command;

import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.Pipelines;
import dev.sluice.console.aws.Target;
import picocli.CommandLine.Option;

/** The pipeline that a command speaks of. */
public final class PipelineOption {
  @Option(
      names = {"-p", "--pipeline"},
      paramLabel = "NAME",
      description = "The pipeline; may be left out where one is deployed.")
  private String name;

  PipelineInfo in(Target target) {
    return Pipelines.of(target).named(name);
  }
}
