package dev.sluice.lambda.file;

import dev.sluice.core.audit.FileState;
import dev.sluice.lambda.audit.AuditRecord;
import dev.sluice.lambda.audit.AuditTable;
import dev.sluice.lambda.audit.FileVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * A dataset's invalid files of which no mail has told. Files of other runs are among them, whose
 * own end came before they were judged: each is told of by the next run that ends.
 *
 * @param first the records that a mail lists
 * @param all of them, the first included
 * @param toldBefore how many of the run's invalid files a mail has told of
 */
record UntoldFiles(List<AuditRecord> first, List<FileVersion> all, long toldBefore) {

  static UntoldFiles of(AuditTable audit, String dataset, String run) {
    List<AuditRecord> first = new ArrayList<>();
    List<FileVersion> all = new ArrayList<>();
    long[] told = {0};
    audit.forEachIn(
        dataset,
        FileState.INVALID,
        record -> {
          if (!record.mailedAt().isEmpty()) {
            told[0] += record.run().equals(run) ? 1 : 0;
            return;
          }
          all.add(record.file());
          if (first.size() < InvalidFilesMail.FILES) {
            first.add(record);
          }
        });
    return new UntoldFiles(first, all, told[0]);
  }

  long count() {
    return all.size();
  }
}
