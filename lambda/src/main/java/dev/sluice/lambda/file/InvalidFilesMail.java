package dev.sluice.lambda.file;

import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.audit.ErrorField;
import dev.sluice.core.audit.FileState;
import dev.sluice.core.text.OneLine;
import dev.sluice.lambda.audit.AuditRecord;
import java.util.List;
import java.util.Map;

/** The mails about files that break their contract: what, where, why, and what to do. */
public final class InvalidFilesMail {

  /** How many files a mail lists. */
  static final int FILES = 20;

  private static final int REASONS = 5;

  private final String pipeline;

  public InvalidFilesMail(String pipeline) {
    this.pipeline = pipeline;
  }

  /** Of the mail at once. */
  String subject(String dataset, long count) {
    return "[%s] %d invalid %s: %s".formatted(pipeline, count, noun(count), dataset);
  }

  /**
   * The mail at once, about the first invalid files of a run.
   *
   * @param files {@value #FILES} at most
   */
  String body(String run, String dataset, List<AuditRecord> files) {
    StringBuilder text = new StringBuilder();
    text.append("The first ").append(files.size() == 1 ? "" : files.size() + " ");
    text.append("invalid ").append(noun(files.size())).append(" of ").append(dataset);
    text.append(
        " in this run, which goes on. If there are more, one mail at its end has them.\n\n");
    files.forEach(file -> describe(text, file));
    finish(text, run, dataset);
    return text.toString();
  }

  /** Of the mail at the run's end. */
  String summarySubject(String run, String dataset, UntoldFiles untold) {
    return "[%s] %s: %d more invalid %s of %s"
        .formatted(pipeline, run, untold.count(), noun(untold.count()), dataset);
  }

  /** The mail at the run's end, about all invalid files that no mail has told of. */
  String summaryBody(String run, String status, String dataset, UntoldFiles untold) {
    StringBuilder text = new StringBuilder();
    text.append(
        "The execution ended %s. %d invalid %s of %s besides the %d that were mailed at once.\n\n"
            .formatted(status, untold.count(), noun(untold.count()), dataset, untold.toldBefore()));
    untold.first().forEach(file -> describe(text, file));
    long more = untold.count() - untold.first().size();
    if (more > 0) {
      text.append(
          "... and %d more:  ./sluice audit %s --state INVALID\n\n".formatted(more, dataset));
    }
    finish(text, run, dataset);
    return text.toString();
  }

  private void finish(StringBuilder text, String run, String dataset) {
    text.append("Pipeline:  ").append(pipeline).append('\n');
    text.append("Execution: ").append(run).append("\n\n");
    text.append("What to do: correct a file and upload it again under its name.\n");
    text.append("Where the contract is wrong, correct datasets/").append(dataset);
    text.append(".yaml, deploy, and replay:\n");
    text.append("  ./sluice replay ").append(dataset).append('\n');
  }

  private static void describe(StringBuilder text, AuditRecord record) {
    text.append(OneLine.of(record.file().key())).append('\n');
    record.errors().stream().limit(REASONS).forEach(error -> reason(text, error));
    int more = record.errors().size() - REASONS;
    if (more > 0) {
      text.append("  ... and more, see the report\n");
    }
    if (!record.failed().isEmpty()) {
      text.append("  file:   ").append(OneLine.of(record.failed())).append('\n');
    }
    text.append("  report: ").append(OneLine.of(record.report())).append('\n');
    if (record.readsEarlierVersion()) {
      text.append("  Runs go on reading the version before it").append(validSince(record));
      text.append(".\n");
    }
    text.append('\n');
  }

  /** The history may be too short to tell. */
  private static String validSince(AuditRecord record) {
    return record.history().stream()
        .filter(h -> FileState.VALID.toString().equals(h.get(AuditSchema.STATE)))
        .filter(h -> record.rawVersion().equals(h.get(AuditSchema.VERSION_ID)))
        .map(h -> ", valid since " + h.get(AuditSchema.AT))
        .findFirst()
        .orElse("");
  }

  private static void reason(StringBuilder text, Map<String, Object> error) {
    text.append("  ");
    if (error.containsKey(ErrorField.LINE)) {
      text.append("line ").append(error.get(ErrorField.LINE));
      if (error.containsKey(ErrorField.COLUMN)) {
        text.append(", column ").append(error.get(ErrorField.COLUMN));
      }
      if (error.containsKey(ErrorField.NAME)) {
        text.append(" (")
            .append(OneLine.of(String.valueOf(error.get(ErrorField.NAME))))
            .append(')');
      }
      text.append(": ");
    }
    text.append(OneLine.of(String.valueOf(error.get(ErrorField.MESSAGE)))).append('\n');
  }

  private static String noun(long count) {
    return count == 1 ? "file" : "files";
  }
}
