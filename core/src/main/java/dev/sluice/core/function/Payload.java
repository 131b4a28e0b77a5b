package dev.sluice.core.function;

/** Names of fields in what functions are given and what they answer. */
public final class Payload {
  /** The execution: its ARN for the guard and the wait, else its name. */
  public static final String EXECUTION = "execution";

  /** How often the execution was redriven; 0 where it is not given. */
  public static final String REDRIVE_COUNT = "redriveCount";

  public static final String STEP = "step";
  public static final String STEPS = "steps";
  public static final String DATASET = "dataset";

  /** A {@link dev.sluice.core.audit.FileState}. */
  public static final String STATE = "state";

  /** The landing object, {@code bucket/key}. */
  public static final String OBJECT = "object";

  public static final String TASK_TOKEN = "taskToken";
  public static final String TIMEOUT_SECONDS = "timeoutSeconds";

  /** A line of a manifest. */
  public static final String FILE = "file";

  /** The error that Step Functions caught. */
  public static final String ERROR = "error";

  /** That error's cause; empty where it is not given. */
  public static final String CAUSE = "cause";

  /** Key of a list of tables in the work bucket; the deployed list where it is not given. */
  public static final String TABLES = "tables";

  public static final String BUCKET = "bucket";
  public static final String KEY = "key";
  public static final String COUNT = "count";

  /** Where the results of a distributed map lie: {@link #BUCKET} and {@link #KEY}. */
  public static final String MANIFEST = "manifest";

  /** Whether a map in which nothing succeeded is an error; false where it is not given. */
  public static final String REQUIRE_SUCCESS = "requireSuccess";

  /** What a batching map gives each of its children, beside {@link #ITEMS}. */
  public static final String BATCH_INPUT = "BatchInput";

  /** The items of a batch. */
  public static final String ITEMS = "Items";

  public static final String CRAWLER = "crawler";

  /** What the poll before answered. */
  public static final String POLL = "poll";

  /** Seconds until the next poll; 0 where it is not given. */
  public static final String WAIT = "wait";

  public static final String DONE = "done";
  public static final String SEGMENT = "segment";
  public static final String SEGMENTS = "segments";

  /** Where a scan goes on; from the beginning where it is not given. */
  public static final String START_KEY = "startKey";

  /** Pages so far; 0 where it is not given. */
  public static final String PAGE = "page";

  private Payload() {}
}
