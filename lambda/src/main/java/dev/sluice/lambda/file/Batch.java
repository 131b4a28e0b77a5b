package dev.sluice.lambda.file;

import dev.sluice.core.function.Counted;
import dev.sluice.lambda.audit.AuditRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that one invocation deals with: counts them, and mails what became invalid where it is
 * the first of the run. The mail goes out after all transitions: an invocation that was cut off
 * before its mail is made up for at the run's end. Not thread-safe.
 */
public final class Batch {

  private final FirstInvalidFiles first;
  private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
  private final List<AuditRecord> toMail = new ArrayList<>();
  private long rows;

  public Batch(FirstInvalidFiles first) {
    this.first = first;
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
    first.tell(run, toMail);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put(Counted.VALID, counts.getOrDefault(Verdict.VALID, 0L));
    result.put(Counted.INVALID, counts.getOrDefault(Verdict.INVALID, 0L));
    result.put(Counted.ROWS, rows);
    result.put(Counted.SUPERSEDED, counts.getOrDefault(Verdict.SUPERSEDED, 0L));
    return result;
  }
}
