package dev.sluice.lambda.file;

import dev.sluice.error.NoticeTaken;
import dev.sluice.lambda.audit.AuditTable;
import dev.sluice.lambda.audit.ParallelWrites;
import dev.sluice.lambda.mail.Mail;
import dev.sluice.lambda.notify.Notices;
import dev.sluice.lambda.notify.StatusChange;
import java.time.Clock;

/**
 * Mails, when an execution has ended, however it ended, how many invalid files of a dataset no mail
 * has told of. {@link FirstInvalidFiles} has told of the first at once.
 *
 * <p>Files are marked after the mail. Where the sender dies in between, what is not marked is told
 * of again when the next run ends: twice is better than never.
 */
public final class InvalidFilesSummary {

  private final AuditTable audit;
  private final Notices notices;
  private final Mail mail;
  private final String pipeline;
  private final Clock clock;

  public InvalidFilesSummary(
      AuditTable audit, Notices notices, Mail mail, String pipeline, Clock clock) {
    this.audit = audit;
    this.notices = notices;
    this.mail = mail;
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /**
   * Sends the mail where there is something to tell.
   *
   * @return of how many files it tells
   * @throws NoticeTaken where another invocation may be about to send it
   */
  public long tell(StatusChange change, String dataset) {
    UntoldFiles untold = UntoldFiles.of(audit, dataset, change.name());
    if (untold.count() == 0) {
      return 0;
    }
    String id = "invalid files#" + change.noticeId() + "#" + dataset;
    switch (notices.claim(id)) {
      case SENT:
        return 0;
      case TAKEN:
        throw new NoticeTaken(
            "another invocation has claimed the mail on the invalid files of "
                + change.name()
                + " less than two minutes ago; this event is tried again");
      default:
        notices.sending(id, () -> send(change, dataset, untold));
        ParallelWrites.of(untold.all(), file -> audit.markMailed(file, clock.instant()));
        return untold.count();
    }
  }

  private void send(StatusChange change, String dataset, UntoldFiles untold) {
    InvalidFilesMail text = new InvalidFilesMail(pipeline);
    mail.send(
        text.summarySubject(change.name(), dataset, untold),
        text.summaryBody(change.name(), change.status(), dataset, untold));
  }
}
