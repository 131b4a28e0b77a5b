package dev.sluice.lambda.file;

import dev.sluice.core.audit.FileState;
import dev.sluice.lambda.audit.AuditRecord;
import java.util.Optional;

/**
 * A file that was dealt with.
 *
 * @param verdict of this run
 * @param record as the audit table has it; empty where it has none
 */
public record Settled(Verdict verdict, Optional<AuditRecord> record) {

  /** True where people have not been told of the invalid file. */
  public boolean needsMail() {
    return record.filter(r -> r.state() == FileState.INVALID && r.mailedAt().isEmpty()).isPresent();
  }

  /** Rows that went to the raw zone. */
  public long rows() {
    return verdict == Verdict.VALID ? record.map(AuditRecord::rows).orElse(0L) : 0;
  }
}
