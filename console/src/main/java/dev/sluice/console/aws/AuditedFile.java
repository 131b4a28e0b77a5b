package dev.sluice.console.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A file as the audit table knows it. */
public record AuditedFile(Map<String, AttributeValue> item) {

  public String dataset() {
    return text("dataset");
  }

  /** The landing object, {@code bucket/key}. */
  public String object() {
    return text("object");
  }

  /** The landing object's key. */
  public String key() {
    return object().substring(object().indexOf('/') + 1);
  }

  public String state() {
    return text("state");
  }

  public String run() {
    return text("run");
  }

  /** Data rows of a validated file; null where they were not counted. */
  public Long rows() {
    AttributeValue rows = item.get("rows");
    return rows == null || rows.n() == null ? null : Long.valueOf(rows.n());
  }

  public String receivedAt() {
    return text("received_at");
  }

  /** The copy in the failed bucket, {@code s3://bucket/key}; empty where there is none. */
  public String failedCopy() {
    return text("failed");
  }

  /** Why the file is invalid: its first error and how many more were kept. */
  public String reason() {
    AttributeValue errors = item.get("errors");
    if (errors == null || !errors.hasL() || errors.l().isEmpty()) {
      return "";
    }
    Map<String, AttributeValue> first = errors.l().get(0).m();
    AttributeValue message = first.get("message");
    int more = errors.l().size() - 1;
    return placeOf(first)
        + (message == null ? first.toString() : message.s())
        + (more > 0 ? " (and " + more + " more)" : "");
  }

  /** Such as {@code line 812, column 1 (Date): }; empty where the whole file is meant. */
  private static String placeOf(Map<String, AttributeValue> error) {
    if (!error.containsKey("line")) {
      return "";
    }
    String column = error.containsKey("column") ? ", column " + error.get("column").n() : "";
    String name = error.containsKey("name") ? " (" + error.get("name").s() + ")" : "";
    return "line " + error.get("line").n() + column + name + ": ";
  }

  /** Every transition that is kept, oldest first. */
  public List<Map<String, AttributeValue>> history() {
    AttributeValue history = item.get("history");
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
