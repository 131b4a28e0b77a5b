package dev.sluice.core.deployment;

/** Names in the JSON objects by which a deployment tells of its pipelines and datasets. */
public final class DirectoryField {
  public static final String PIPELINE = "pipeline";
  public static final String STATE_MACHINE_ARN = "stateMachineArn";

  /** The steps in their order, by {@link dev.sluice.core.function.StepField}. */
  public static final String STEPS = "steps";

  /** An object of datasets' names, each with {@link #PREFIX} and {@link #CADENCE}. */
  public static final String DATASETS = "datasets";

  /** Of a dataset's keys in the landing bucket. */
  public static final String PREFIX = "prefix";

  /** How often a file of the dataset is expected. */
  public static final String CADENCE = "cadence";

  public static final String LANDING_BUCKET = "landingBucket";
  public static final String FAILED_BUCKET = "failedBucket";
  public static final String LAKE_BUCKET = "lakeBucket";
  public static final String WORK_BUCKET = "workBucket";
  public static final String AUDIT_TABLE = "auditTable";
  public static final String COORDINATION_TABLE = "coordinationTable";
  public static final String ALERTS_TOPIC_ARN = "alertsTopicArn";

  private DirectoryField() {}
}
