package dev.sluice.console.command;

import dev.sluice.console.error.UserError;
import picocli.CommandLine.Option;

/** The pipeline that a command speaks of. */
public final class PipelineOption {
  @Option(
      names = {"-p", "--pipeline"},
      paramLabel = "PIPELINE",
      description = "The pipeline; without it, all that are deployed.")
  private String name;

  /** The pipeline that was named, by option or by position; null where none was. */
  String name(String positional) {
    if (name != null && positional != null && !name.equals(positional)) {
      throw UserError.usage(
          "found the pipelines '" + positional + "' and '" + name + "', expected one of them.");
    }
    return positional == null ? name : positional;
  }
}
