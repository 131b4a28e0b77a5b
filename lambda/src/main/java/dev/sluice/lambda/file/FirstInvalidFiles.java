package dev.sluice.lambda.file;

import dev.sluice.lambda.audit.AuditRecord;
import dev.sluice.lambda.audit.AuditTable;
import dev.sluice.lambda.mail.Mail;
import dev.sluice.lambda.notify.Notices;
import dev.sluice.lambda.notify.Notices.Claim;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Mails the first invalid files of a run and dataset as soon as they are known. Batches run side by
 * side, so that a conditional write decides which of them was first; the others keep quiet, and
 * {@link InvalidFilesSummary} tells of their files when the run ends.
 *
 * <p>A mail comes twice where its sender dies between the mail and the note that it was sent: twice
 * is better than never.
 */
public final class FirstInvalidFiles {

  private final AuditTable audit;
  private final Notices notices;
  private final Mail mail;
  private final String pipeline;
  private final Clock clock;

  public FirstInvalidFiles(
      AuditTable audit, Notices notices, Mail mail, String pipeline, Clock clock) {
    this.audit = audit;
    this.notices = notices;
    this.mail = mail;
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /**
   * Sends the mail where none was sent of that run and dataset.
   *
   * @param run name of the execution
   * @param invalid files that no mail has told of
   */
  void tell(String run, List<AuditRecord> invalid) {
    Map<String, List<AuditRecord>> byDataset =
        invalid.stream()
            .collect(
                Collectors.groupingBy(
                    record -> record.file().dataset(), TreeMap::new, Collectors.toList()));
    byDataset.forEach((dataset, files) -> tell(run, dataset, files));
  }

  private void tell(String run, String dataset, List<AuditRecord> files) {
    String id = "invalid files#" + pipeline + "#" + run + "#" + dataset;
    if (notices.claim(id) != Claim.GRANTED) {
      return;
    }
    List<AuditRecord> listed = files.subList(0, Math.min(InvalidFilesMail.FILES, files.size()));
    InvalidFilesMail text = new InvalidFilesMail(pipeline);
    notices.sending(
        id, () -> mail.send(text.subject(dataset, listed.size()), text.body(run, dataset, listed)));
    listed.forEach(record -> audit.markMailed(record.file(), clock.instant()));
  }
}
