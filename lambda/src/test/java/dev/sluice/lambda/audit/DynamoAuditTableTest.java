package dev.sluice.lambda.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.lifecycle.FileState;
import dev.sluice.lambda.DynamoDb;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoAuditTableTest extends AuditTableContract {

  private String name;

  @Override
  AuditTable emptyTable() {
    name = DynamoDb.table("dataset", "object");
    return new DynamoAuditTable(DynamoDb.client(), name, CLOCK);
  }

  @Test
  void shouldKeepTheKeyOfTheIndexByState() {
    FileVersion file = file("sales/a.csv", "v1", "0A");
    AuditTable table = new DynamoAuditTable(DynamoDb.client(), name, CLOCK);

    table.register(file, NOW);
    assertThat(item(file)).containsEntry("dataset_state", AttributeValue.fromS("sales#NEW"));

    table.apply(Transition.valid(file, "run-1", NOW, 7, "s3://raw"));
    assertThat(item(file))
        .containsEntry("dataset_state", AttributeValue.fromS("sales#VALID"))
        .containsEntry("received_at", AttributeValue.fromS("2026-03-04T05:06:07.089Z"))
        .containsEntry("validated_at", AttributeValue.fromS("2026-03-04T05:06:07.089Z"));
  }

  /** The replay that the Javadoc describes, as somebody outside writes it. */
  @Test
  void shouldBeReplayableByTheDocumentedWrite() {
    FileVersion bad = file("sales/a.csv", "v1", "0A");
    FileVersion again = file("sales/a.csv", "v2", "0B");
    AuditTable table = new DynamoAuditTable(DynamoDb.client(), name, CLOCK);
    table.register(bad, NOW);
    table.apply(Transition.invalid(bad, "run-1", NOW, 3, "s3://failed/a", "s3://r", errors(1)));

    replay(bad, "v2");
    AuditTable.Change event = table.register(again, NOW);

    assertThat(event.made()).as("the copy's own event came after the replay").isFalse();
    AuditRecord record = table.find("sales", bad.object()).orElseThrow();
    assertThat(record.state()).isEqualTo(FileState.NEW);
    assertThat(record.file().versionId()).isEqualTo("v2");
  }

  private void replay(FileVersion file, String copy) {
    Map<String, AttributeValue> entry =
        Map.of(
            "state", AttributeValue.fromS("NEW"),
            "version_id", AttributeValue.fromS(copy),
            "at", AttributeValue.fromS("2026-03-05T00:00:00.000Z"),
            "run", AttributeValue.fromS("replay"));
    DynamoDb.client()
        .updateItem(
            u ->
                u.tableName(name)
                    .key(key(file))
                    .updateExpression(
                        "SET #state = :new, #dataset_state = :dataset_state,"
                            + " #version_id = :copy,"
                            + " #history = list_append(#history, :entry)"
                            + " REMOVE #validated_at, #run, #rows, #errors, #failed, #report,"
                            + " #mailed_at")
                    .conditionExpression("#state = :invalid AND #version_id = :version_id")
                    .expressionAttributeNames(
                        Stream.of(
                                "state dataset_state version_id history validated_at run rows"
                                    .concat(" errors failed report mailed_at")
                                    .split(" "))
                            .collect(Collectors.toMap(n -> "#" + n, n -> n)))
                    .expressionAttributeValues(
                        Map.of(
                            ":new", AttributeValue.fromS("NEW"),
                            ":invalid", AttributeValue.fromS("INVALID"),
                            ":dataset_state", AttributeValue.fromS("sales#NEW"),
                            ":copy", AttributeValue.fromS(copy),
                            ":version_id", AttributeValue.fromS(file.versionId()),
                            ":entry", AttributeValue.fromL(List.of(AttributeValue.fromM(entry))))));
  }

  private static Map<String, AttributeValue> key(FileVersion file) {
    return Map.of(
        "dataset", AttributeValue.fromS(file.dataset()),
        "object", AttributeValue.fromS(file.object()));
  }

  private Map<String, AttributeValue> item(FileVersion file) {
    return DynamoDb.client().getItem(g -> g.tableName(name).key(key(file))).item();
  }
}
