package dev.sluice.core.audit;

/** Names of the audit table's attributes. */
public final class AuditSchema {
  /** Partition key: the dataset's name, or {@link #UNKNOWN}. */
  public static final String DATASET = "dataset";

  /** Sort key: the landing object, {@code bucket/key}. */
  public static final String OBJECT = "object";

  public static final String STATE = "state";
  public static final String SIZE = "size";
  public static final String VERSION_ID = "version_id";
  public static final String SEQUENCER = "sequencer";
  public static final String ETAG = "etag";
  public static final String RECEIVED_AT = "received_at";
  public static final String VALIDATED_AT = "validated_at";
  public static final String INGESTED_AT = "ingested_at";
  public static final String MAILED_AT = "mailed_at";

  /** Name of the execution that brought the file into its state. */
  public static final String RUN = "run";

  public static final String ROWS = "rows";

  /** URI of the copy in the raw zone: what runs read, be it of this version or of an earlier. */
  public static final String RAW = "raw";

  /** The version that {@link #RAW} holds: the last one that kept its contract. */
  public static final String RAW_VERSION = "raw_version";

  /** The {@link #SEQUENCER} of {@link #RAW_VERSION}. */
  public static final String RAW_SEQUENCER = "raw_sequencer";

  /** URI of the copy in the failed bucket. */
  public static final String FAILED = "failed";

  /** URI of the error report. */
  public static final String REPORT = "report";

  /** A list of maps with the names in {@link ErrorField}. */
  public static final String ERRORS = "errors";

  /** A list of maps: state, version, run and {@link #AT}, for each transition. */
  public static final String HISTORY = "history";

  /** In the history: when. */
  public static final String AT = "at";

  /** Partition key of the index {@link #BY_STATE}, whose sort key is {@link #RECEIVED_AT}. */
  public static final String DATASET_STATE = "dataset_state";

  /** The index of a dataset's files in one state, oldest first. */
  public static final String BY_STATE = "by-state";

  /** The dataset of objects that lie under no dataset's prefix. */
  public static final String UNKNOWN = "unknown";

  private AuditSchema() {}

  /** What {@link #DATASET_STATE} holds. */
  public static String datasetState(String dataset, FileState state) {
    return dataset + "#" + state;
  }
}
