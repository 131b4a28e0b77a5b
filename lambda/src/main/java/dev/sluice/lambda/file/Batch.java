package dev.sluice.lambda.file;

import dev.sluice.core.function.Counted;
import dev.sluice.lambda.audit.AuditRecord;
import dev.sluice.lambda.audit.AuditTable;
import dev.sluice.lambda.mail.Mail;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that one invocation deals with: counts them, and mails once what became invalid. The
 * mail goes out after all transitions, and is noted file by file: an invocation that was cut off
 * before its mail is made up for by the next one that meets the files. Not thread-safe.
 */
public final class Batch {

  private final AuditTable audit;
  private final Mail mail;
  private final InvalidFilesMail text;
  private final Clock clock;
  private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
  private final List<AuditRecord> toMail = new ArrayList<>();
  private long rows;

  public Batch(AuditTable audit, Mail mail, InvalidFilesMail text, Clock clock) {
    this.audit = audit;
    this.mail = mail;
    this.text = text;
    this.clock = clock;
  }

  public void add(Settled settled) {
    counts.merge(settled.verdict(), 1L, Long::sum);
    rows += settled.rows();
    if (settled.needsMail()) {
      settled.record().ifPresent(toMail::add);
    }
  }

  /**
   * Sends the mail, where there is something to tell, and gives the counts.
   *
   * @param run name of the execution
   */
  public Map<String, Object> close(String run) {
    if (!toMail.isEmpty()) {
      long all = counts.values().stream().mapToLong(Long::longValue).sum();
      mail.send(text.subject(toMail), text.body(run, toMail, all));
      toMail.forEach(record -> audit.markMailed(record.file(), clock.instant()));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put(Counted.VALID, counts.getOrDefault(Verdict.VALID, 0L));
    result.put(Counted.INVALID, counts.getOrDefault(Verdict.INVALID, 0L));
    result.put(Counted.ROWS, rows);
    result.put(Counted.SUPERSEDED, counts.getOrDefault(Verdict.SUPERSEDED, 0L));
    return result;
  }
}
