package dev.sluice.lambda.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.lambda.DynamoDb;
import java.util.Map;
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

  private static Map<String, AttributeValue> key(FileVersion file) {
    return Map.of(
        "dataset", AttributeValue.fromS(file.dataset()),
        "object", AttributeValue.fromS(file.object()));
  }

  private Map<String, AttributeValue> item(FileVersion file) {
    return DynamoDb.client().getItem(g -> g.tableName(name).key(key(file))).item();
  }
}
