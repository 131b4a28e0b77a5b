package dev.sluice.core.function;

/** Errors by the names that executions show: a function's by its exception's class. */
public final class ErrorName {
  public static final String PIPELINE_ALREADY_RUNNING = "dev.sluice.error.PipelineAlreadyRunning";
  public static final String TABLES_FILE_INVALID = "dev.sluice.error.TablesFileInvalid";
  public static final String NOTHING_EXPORTED = "dev.sluice.error.NothingExported";
  public static final String FEED_INVALID = "dev.sluice.error.FeedInvalid";
  public static final String FEED_UNAVAILABLE = "dev.sluice.error.FeedUnavailable";
  public static final String CRAWL_FAILED = "dev.sluice.error.CrawlFailed";
  public static final String CRAWL_TIMED_OUT = "dev.sluice.error.CrawlTimedOut";

  public static final String TIMEOUT = "States.Timeout";
  public static final String TASK_FAILED = "States.TaskFailed";
  public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";
  public static final String THRESHOLD_EXCEEDED = "States.ExceedToleratedFailureThreshold";

  /** A Glue job has as many runs as it may have. */
  public static final String CONCURRENT_RUNS_EXCEEDED = "Glue.ConcurrentRunsExceededException";

  /** An account has as many runs of Glue jobs as it may have. */
  public static final String GLUE_RUNS_EXCEEDED = "Glue.ResourceNumberLimitExceededException";

  private ErrorName() {}
}
