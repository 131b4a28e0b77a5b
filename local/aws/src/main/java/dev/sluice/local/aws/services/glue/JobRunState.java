package dev.sluice.local.aws.services.glue;

/**
 * States of a job run.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/job-run-statuses.html">AWS</a>
 */
enum JobRunState {
  STARTING,
  RUNNING,
  STOPPING,
  STOPPED,
  SUCCEEDED,
  FAILED,
  TIMEOUT;

  boolean ended() {
    return this == STOPPED || this == SUCCEEDED || this == FAILED || this == TIMEOUT;
  }
}
