package dev.sluice.console.aws;

/** An execution and the pipeline that it is of. */
public record Execution(PipelineInfo pipeline, String arn) {
  public String name() {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
