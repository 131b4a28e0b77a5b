package dev.sluice.lambda.notify;

import dev.sluice.error.NoticeTaken;
import dev.sluice.lambda.mail.Mail;

/** Mails once for each execution, redrive and status. */
public final class FailureNotifier {
  private final String pipeline;
  private final FailureFinder finder;
  private final Notices notices;
  private final Mail mail;

  /**
   * Notifies of one pipeline.
   *
   * @param stepsJson the steps in order, as {@code [{"name": "guard", "after": [], "advice": {}},
   *     …]}; advice may be absent
   */
  public FailureNotifier(
      String pipeline, String stepsJson, Executions executions, Notices notices, Mail mail) {
    this.pipeline = pipeline;
    this.finder = new FailureFinder(executions, Steps.of(stepsJson));
    this.notices = notices;
    this.mail = mail;
  }

  /**
   * Sends the mail unless it was sent.
   *
   * @return whether it was sent now
   * @throws NoticeTaken where another invocation may be about to send it
   */
  public boolean notify(StatusChange change) {
    switch (notices.claim(change.noticeId())) {
      case SENT:
        return false;
      case TAKEN:
        throw new NoticeTaken(
            "another invocation has claimed the mail of "
                + change.name()
                + " less than two minutes ago; this event is tried again");
      default:
        notices.sending(change.noticeId(), () -> send(change));
        return true;
    }
  }

  private void send(StatusChange change) {
    FailureMail text = new FailureMail(pipeline, finder.find(change));
    mail.send(text.subject(), text.body());
  }
}
