package dev.sluice.lambda.file;

import dev.sluice.core.audit.ErrorField;
import dev.sluice.lambda.audit.AuditRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The mail about files that break their contract: what, where, why, and what to do. */
public final class InvalidFilesMail {

  private static final int FILES = 50;
  private static final int REASONS = 5;

  private final String pipeline;

  public InvalidFilesMail(String pipeline) {
    this.pipeline = pipeline;
  }

  String subject(List<AuditRecord> files) {
    String datasets = String.join(", ", datasets(files));
    return "[%s] %d invalid %s: %s".formatted(pipeline, files.size(), noun(files.size()), datasets);
  }

  String body(String run, List<AuditRecord> files, long batch) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d invalid %s in a batch of %d. The rest of the batch went on.%n%n"
            .formatted(files.size(), noun(files.size()), batch));
    files.stream().limit(FILES).forEach(file -> describe(text, file));
    if (files.size() > FILES) {
      text.append("... and %d more, see ./sluice audit%n%n".formatted(files.size() - FILES));
    }
    text.append("Pipeline:  ").append(pipeline).append('\n');
    text.append("Execution: ").append(run).append("\n\n");
    text.append("What to do: correct a file and upload it again under its name.\n");
    text.append("Where the contract is wrong, correct ");
    text.append(
        String.join(", ", datasets(files).stream().map(d -> "datasets/" + d + ".yaml").toList()));
    text.append(", deploy, and replay:\n");
    datasets(files)
        .forEach(dataset -> text.append("  ./sluice replay ").append(dataset).append('\n'));
    return text.toString();
  }

  private static void describe(StringBuilder text, AuditRecord record) {
    text.append(record.file().key()).append('\n');
    record.errors().stream().limit(REASONS).forEach(error -> reason(text, error));
    int more = record.errors().size() - REASONS;
    if (more > 0) {
      text.append("  ... and more, see the report\n");
    }
    if (!record.failed().isEmpty()) {
      text.append("  file:   ").append(record.failed()).append('\n');
    }
    text.append("  report: ").append(record.report()).append("\n\n");
  }

  private static void reason(StringBuilder text, Map<String, Object> error) {
    text.append("  ");
    if (error.containsKey(ErrorField.LINE)) {
      text.append("line ").append(error.get(ErrorField.LINE));
      if (error.containsKey(ErrorField.COLUMN)) {
        text.append(", column ").append(error.get(ErrorField.COLUMN));
      }
      if (error.containsKey(ErrorField.NAME)) {
        text.append(" (").append(error.get(ErrorField.NAME)).append(')');
      }
      text.append(": ");
    }
    // A reason keeps to one line, whatever was found in the file.
    text.append(String.valueOf(error.get(ErrorField.MESSAGE)).replaceAll("\\s+", " ")).append('\n');
  }

  private static TreeSet<String> datasets(List<AuditRecord> files) {
    TreeSet<String> datasets = new TreeSet<>();
    files.forEach(file -> datasets.add(file.file().dataset()));
    return datasets;
  }

  private static String noun(int count) {
    return count == 1 ? "file" : "files";
  }
}
