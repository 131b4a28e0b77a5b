package dev.sluice.lambda.audit;

import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.audit.FileState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the audit table says of a file now. Strings that have no value yet are empty.
 *
 * @param file the version that the record speaks of
 * @param state of that version
 * @param receivedAt when S3 had it, ISO-8601 in UTC
 * @param run name of the execution that brought it into its state; empty while NEW
 * @param rows data rows found by the validation; 0 before it
 * @param raw URI of what the raw zone holds of the object, which runs read
 * @param rawVersion the version that it holds: the last one that kept its contract
 * @param failed URI of its copy in the failed bucket
 * @param report URI of the error report
 * @param mailedAt when the mail about an invalid file went out
 * @param errors first violations, each with line, column and message
 * @param history every transition, oldest first, the newest {@value AuditTable#HISTORY} kept
 */
public record AuditRecord(
    FileVersion file,
    FileState state,
    String receivedAt,
    String run,
    long rows,
    String raw,
    String rawVersion,
    String failed,
    String report,
    String mailedAt,
    List<Map<String, Object>> errors,
    List<Map<String, Object>> history) {

  public AuditRecord {
    errors = List.copyOf(errors);
    history = List.copyOf(history);
  }

  /** Earlier versions of the object that were replaced before anything became of them. */
  public Set<String> replacedVersions() {
    Set<String> arrived = new LinkedHashSet<>();
    Set<String> settled = new LinkedHashSet<>();
    settled.add(file.versionId());
    for (Map<String, Object> entry : history) {
      boolean isNew = FileState.NEW.toString().equals(entry.get(AuditSchema.STATE));
      (isNew ? arrived : settled).add(String.valueOf(entry.get(AuditSchema.VERSION_ID)));
    }
    arrived.removeAll(settled);
    return arrived;
  }

  /** True where runs read an earlier version of the object than the one that came last. */
  public boolean readsEarlierVersion() {
    return !rawVersion.isEmpty() && !rawVersion.equals(file.versionId());
  }

  /**
   * True where a copy of the version was made: only then may the landing bucket let go of it. None
   * is made of a version that was deleted before it was read.
   */
  public boolean hasCopy() {
    return switch (state) {
      case NEW -> false;
      case INVALID -> !failed.isEmpty();
      case VALID, INGESTED -> true;
    };
  }

  /** True where the record speaks of that version of the object. */
  public boolean speaksOf(FileVersion version) {
    return file.versionId().equals(version.versionId());
  }
}
