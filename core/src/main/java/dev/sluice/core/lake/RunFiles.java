package dev.sluice.core.lake;

/** Keys of the work bucket: what the steps of a run tell each other, by step. */
public final class RunFiles {
  /** All runs. */
  public static final String RUNS = "runs/";

  /** The list of the files that a step reads, JSON Lines. */
  public static final String MANIFEST = "files.jsonl";

  /** The list of the tables that a step exports, CSV. */
  public static final String TABLES = "tables.csv";

  /** What a job read and wrote. */
  public static final String REPORT = "report.json";

  /** What a distributed map's children put out. */
  public static final String RESULTS = "results";

  private RunFiles() {}

  /**
   * All that a run leaves.
   *
   * @param run name of the execution
   */
  public static String of(String run) {
    return RUNS + run + "/";
  }

  /** All that a step of a run leaves. */
  public static String of(String run, String step) {
    return of(run) + step + "/";
  }

  /** The list of the files that the step reads. */
  public static String manifest(String run, String step) {
    return of(run, step) + MANIFEST;
  }

  /** The list of the tables that the step exports. */
  public static String tables(String run, String step) {
    return of(run, step) + TABLES;
  }

  /** What the step's job read and wrote. */
  public static String report(String run, String step) {
    return of(run, step) + REPORT;
  }
}
