package dev.sluice.console.aws;

import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.audit.ErrorField;
import dev.sluice.core.audit.FileState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * A transition to INVALID that a person makes, as {@link FileState#mayBecome} allows it.
 *
 * @param failed URI of the copy that a replay puts back
 * @param report URI of the note
 * @param reason for people
 * @param at when
 */
public record QuarantineRecord(String failed, String report, String reason, Instant at) {
  private static final List<String> RAW =
      List.of(AuditSchema.RAW, AuditSchema.RAW_VERSION, AuditSchema.RAW_SEQUENCER);

  /** The kind of the one error that the record gets. */
  public static final String KIND = "quarantined";

  /** True where the raw rows are those of the version that the record speaks of. */
  public static boolean mayFollow(AuditedFile file) {
    FileState state = FileState.valueOf(file.state());
    return state != FileState.NEW
        && state.mayBecome(FileState.INVALID)
        && !file.readsEarlierVersion();
  }

  /**
   * Writes the transition, where the record is still as it was read.
   *
   * @return false where the file changed meanwhile
   */
  public boolean write(DynamoDbClient dynamo, Stores stores, AuditedFile file) {
    // It counts as mailed: who quarantines a file knows.
    Map<String, AttributeValue> set = new LinkedHashMap<>();
    set.put(AuditSchema.STATE, text(FileState.INVALID.name()));
    set.put(
        AuditSchema.DATASET_STATE,
        text(AuditSchema.datasetState(file.dataset(), FileState.INVALID)));
    set.put(AuditSchema.FAILED, text(failed));
    set.put(AuditSchema.REPORT, text(report));
    set.put(AuditSchema.MAILED_AT, text(moment()));
    set.put(AuditSchema.ERRORS, AttributeValue.fromL(List.of(error())));
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    List<String> changes = new ArrayList<>();
    set.forEach(
        (name, value) -> {
          names.put("#" + name, name);
          values.put(":" + name, value);
          changes.add("#" + name + " = :" + name);
        });
    RAW.forEach(name -> names.put("#" + name, name));
    for (String name : List.of(AuditSchema.HISTORY, AuditSchema.VERSION_ID)) {
      names.put("#" + name, name);
    }
    values.put(":entry", AttributeValue.fromL(List.of(entry(file))));
    values.put(":from", text(file.state()));
    values.put(":version", text(file.text(AuditSchema.VERSION_ID)));
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(stores.auditTable())
                  .key(key(file))
                  .updateExpression(
                      "SET "
                          + String.join(", ", changes)
                          + ", #history = list_append(#history, :entry) REMOVE #"
                          + String.join(", #", RAW))
                  .conditionExpression("#state = :from AND #version_id = :version")
                  .expressionAttributeNames(names)
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException changed) {
      return false;
    }
  }

  /**
   * Notes that runs read nothing of the file any more: the rows were an earlier version's, of which
   * the record does not speak. Its state stays.
   *
   * @return false where the file changed meanwhile
   */
  public static boolean forgetRows(DynamoDbClient dynamo, Stores stores, AuditedFile file) {
    Map<String, String> names = new LinkedHashMap<>();
    RAW.forEach(name -> names.put("#" + name, name));
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(stores.auditTable())
                  .key(key(file))
                  .updateExpression("REMOVE #" + String.join(", #", RAW))
                  .conditionExpression("#raw_version = :read")
                  .expressionAttributeNames(names)
                  .expressionAttributeValues(
                      Map.of(":read", text(file.text(AuditSchema.RAW_VERSION)))));
      return true;
    } catch (ConditionalCheckFailedException changed) {
      return false;
    }
  }

  private static Map<String, AttributeValue> key(AuditedFile file) {
    return Map.of(
        AuditSchema.DATASET, text(file.dataset()), AuditSchema.OBJECT, text(file.object()));
  }

  private AttributeValue error() {
    return AttributeValue.fromM(
        Map.of(ErrorField.KIND, text(KIND), ErrorField.MESSAGE, text(reason)));
  }

  private AttributeValue entry(AuditedFile file) {
    return AttributeValue.fromM(
        Map.of(
            AuditSchema.STATE, text(FileState.INVALID.name()),
            AuditSchema.VERSION_ID, text(file.text(AuditSchema.VERSION_ID)),
            AuditSchema.AT, text(moment())));
  }

  private String moment() {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
