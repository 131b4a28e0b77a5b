package dev.sluice.lambda.audit;

import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.audit.FileState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A change of one version's state, as the file's life allows it.
 *
 * @param file the version that it speaks of
 * @param from the state that the version must be in
 * @param to the state that it gets
 * @param run name of the execution that does it
 * @param at when
 * @param details attributes of the audit table that go with the new state
 */
public record Transition(
    FileVersion file,
    FileState from,
    FileState to,
    String run,
    Instant at,
    Map<String, Object> details) {

  /** How many violations a record keeps; the report beside the file has them all. */
  public static final int ERRORS = 20;

  /**
   * Checks itself.
   *
   * @throws IllegalArgumentException where a file's life knows no such change
   */
  public Transition {
    if (!from.mayBecome(to)) {
      throw new IllegalArgumentException("a file that is " + from + " cannot become " + to);
    }
  }

  /** NEW to VALID: the copy in the raw zone is made. */
  public static Transition valid(
      FileVersion file, String run, Instant at, long rows, String rawUri) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put(AuditSchema.VALIDATED_AT, Timestamps.text(at));
    details.put(AuditSchema.ROWS, rows);
    details.put(AuditSchema.RAW, rawUri);
    details.put(AuditSchema.RAW_VERSION, file.versionId());
    details.put(AuditSchema.RAW_SEQUENCER, file.sequencer());
    return new Transition(file, FileState.NEW, FileState.VALID, run, at, details);
  }

  /**
   * NEW to INVALID: the copy in the failed bucket and the report are made.
   *
   * @param failedUri empty where there was nothing left to copy
   * @param errors the first {@value #ERRORS} are kept
   */
  public static Transition invalid(
      FileVersion file,
      String run,
      Instant at,
      long rows,
      String failedUri,
      String reportUri,
      List<Map<String, Object>> errors) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put(AuditSchema.VALIDATED_AT, Timestamps.text(at));
    details.put(AuditSchema.ROWS, rows);
    if (!failedUri.isEmpty()) {
      details.put(AuditSchema.FAILED, failedUri);
    }
    details.put(AuditSchema.REPORT, reportUri);
    details.put(AuditSchema.ERRORS, errors.subList(0, Math.min(ERRORS, errors.size())));
    return new Transition(file, FileState.NEW, FileState.INVALID, run, at, details);
  }

  /** VALID to INGESTED: a run's processing read the raw copy. */
  public static Transition ingested(FileVersion file, String run, Instant at) {
    return new Transition(
        file,
        FileState.VALID,
        FileState.INGESTED,
        run,
        at,
        Map.of(AuditSchema.INGESTED_AT, Timestamps.text(at)));
  }
}
