package dev.sluice.console.aws;

import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.audit.ErrorField;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A file as the audit table knows it. */
public record AuditedFile(Map<String, AttributeValue> item) {

  public String dataset() {
    return text(AuditSchema.DATASET);
  }

  /** The landing object, {@code bucket/key}. */
  public String object() {
    return text(AuditSchema.OBJECT);
  }

  /** The landing object's key. */
  public String key() {
    return object().substring(object().indexOf('/') + 1);
  }

  public String state() {
    return text(AuditSchema.STATE);
  }

  public String run() {
    return text(AuditSchema.RUN);
  }

  /** Data rows of a validated file; null where they were not counted. */
  public Long rows() {
    AttributeValue rows = item.get(AuditSchema.ROWS);
    return rows == null || rows.n() == null ? null : Long.valueOf(rows.n());
  }

  public String receivedAt() {
    return text(AuditSchema.RECEIVED_AT);
  }

  /** The copy in the failed bucket, {@code s3://bucket/key}; empty where there is none. */
  public String failedCopy() {
    return text(AuditSchema.FAILED);
  }

  /** Why the file is invalid: its first error and how many more were kept. */
  public String reason() {
    AttributeValue errors = item.get(AuditSchema.ERRORS);
    if (errors == null || !errors.hasL() || errors.l().isEmpty()) {
      return "";
    }
    Map<String, AttributeValue> first = errors.l().get(0).m();
    AttributeValue message = first.get(ErrorField.MESSAGE);
    int more = errors.l().size() - 1;
    return placeOf(first)
        + (message == null ? first.toString() : message.s())
        + (more > 0 ? " (and " + more + " more)" : "")
        + (readsEarlierVersion() ? "; runs read the version before it" : "");
  }

  /** True where the raw zone holds an earlier version than the one that came last. */
  public boolean readsEarlierVersion() {
    String read = text(AuditSchema.RAW_VERSION);
    return !read.isEmpty() && !read.equals(text(AuditSchema.VERSION_ID));
  }

  /** Such as {@code line 812, column 1 (Date): }; empty where the whole file is meant. */
  private static String placeOf(Map<String, AttributeValue> error) {
    if (!error.containsKey(ErrorField.LINE)) {
      return "";
    }
    String column =
        error.containsKey(ErrorField.COLUMN) ? ", column " + error.get(ErrorField.COLUMN).n() : "";
    String name =
        error.containsKey(ErrorField.NAME) ? " (" + error.get(ErrorField.NAME).s() + ")" : "";
    return "line " + error.get(ErrorField.LINE).n() + column + name + ": ";
  }

  /** Every transition that is kept, oldest first. */
  public List<Map<String, AttributeValue>> history() {
    AttributeValue history = item.get(AuditSchema.HISTORY);
    return history == null || !history.hasL()
        ? List.of()
        : history.l().stream().map(AttributeValue::m).toList();
  }

  /** An attribute as text; empty where it is missing. */
  public String text(String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      return "";
    }
    return value.s() != null ? value.s() : value.n() == null ? "" : value.n();
  }
}
