package dev.sluice.core.function;

/** Names of the functions' environment variables. */
public final class Variable {
  public static final String AUDIT_TABLE = "AUDIT_TABLE";

  /** The table of waits and of mails that were sent. */
  public static final String COORDINATION_TABLE = "COORDINATION_TABLE";

  /** ARN of the topic of mails. */
  public static final String ALERTS_TOPIC = "ALERTS_TOPIC";

  public static final String LAKE_BUCKET = "LAKE_BUCKET";
  public static final String FAILED_BUCKET = "FAILED_BUCKET";
  public static final String WORK_BUCKET = "WORK_BUCKET";

  /** Name of the pipeline that the function works for; mails name it. */
  public static final String PIPELINE = "PIPELINE";

  /** Names of the pipeline's datasets, with commas between. */
  public static final String DATASETS = "DATASETS";

  /** Name of the deployment, for functions that work for all its pipelines; mails name it. */
  public static final String DEPLOYMENT = "DEPLOYMENT";

  /** The pipeline's steps, JSON by {@link StepField}. */
  public static final String STEPS = "STEPS";

  public static final String STATE_MACHINE_ARN = "STATE_MACHINE_ARN";

  /** The bucket of the list of tables that was deployed. */
  public static final String TABLES_BUCKET = "TABLES_BUCKET";

  /** The key of the list of tables that was deployed. */
  public static final String TABLES_KEY = "TABLES_KEY";

  /** The catalog's database that knows the tables of a source. */
  public static final String GLUE_DATABASE = "GLUE_DATABASE";

  /** The DynamoDB table whose items are exported. */
  public static final String ITEM_TABLE = "ITEM_TABLE";

  /** The folder of the lake into which they are exported, with a slash at its end. */
  public static final String TARGET_FOLDER = "TARGET_FOLDER";

  /** How often a crawl is asked for before it counts as hanging. */
  public static final String MAX_POLLS = "MAX_POLLS";

  /** Where {@link #MAX_POLLS} is not set: about an hour. */
  public static final int DEFAULT_MAX_POLLS = 90;

  /** The longest pause between two polls, in seconds. */
  public static final String MAX_WAIT_SECONDS = "MAX_WAIT_SECONDS";

  /** Where {@link #MAX_WAIT_SECONDS} is not set. */
  public static final int DEFAULT_MAX_WAIT_SECONDS = 60;

  /** Name of an HTTP source, its folder in the raw zone. */
  public static final String SOURCE = "SOURCE";

  /** The URL to which a feed's name and {@code .json} are added. */
  public static final String BASE_URL = "BASE_URL";

  /** The feeds' names, with commas between. */
  public static final String FEEDS = "FEEDS";

  /** ARN of a secret that holds the headers of a request; may be absent. */
  public static final String HEADERS_SECRET = "HEADERS_SECRET";

  /** The largest answer that is taken, in bytes. */
  public static final String MAX_BYTES = "MAX_BYTES";

  /** Where {@link #MAX_BYTES} is not set. */
  public static final int DEFAULT_MAX_BYTES = 5 << 20;

  /** How long one request may take, in seconds. */
  public static final String TIMEOUT_SECONDS = "TIMEOUT_SECONDS";

  /** Where {@link #TIMEOUT_SECONDS} is not set. */
  public static final int DEFAULT_TIMEOUT_SECONDS = 10;

  /** How long all requests may be repeated, in seconds. */
  public static final String PATIENCE_SECONDS = "PATIENCE_SECONDS";

  /** Where {@link #PATIENCE_SECONDS} is not set. */
  public static final int DEFAULT_PATIENCE_SECONDS = 60;

  private Variable() {}
}
