package dev.sluice.console.command;

import dev.sluice.console.UserError;
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

  /** The pipeline that was named, by option or by position. */
  PipelineInfo in(Target target, String positional) {
    if (name != null && positional != null && !name.equals(positional)) {
      throw UserError.usage(
          "found the pipelines '" + positional + "' and '" + name + "', expected one of them.");
    }
    return Pipelines.of(target).named(positional == null ? name : positional);
  }
}
