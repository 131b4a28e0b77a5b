package dev.sluice.error;

/** An execution of the pipeline that started earlier is still running. */
public final class PipelineAlreadyRunning extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param arn of the execution that runs
   * @param startedAt when it started, ISO-8601
   */
  public PipelineAlreadyRunning(String arn, String startedAt) {
    super(
        "execution "
            + arn.substring(arn.lastIndexOf(':') + 1)
            + " of this pipeline is running since "
            + startedAt
            + " ("
            + arn
            + "): wait for its end or stop it, then redrive this one");
  }
}
