package dev.sluice.lambda.audit;

import static dev.sluice.core.audit.FileState.NEW;
import static dev.sluice.core.audit.FileState.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.audit.FileState;
import dev.sluice.lambda.DynamoDb;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

class DynamoAuditTableTest extends AuditTableContract {

  private static final String COORDINATION = DynamoDb.table("topic", "id");

  private String name;

  @Override
  AuditTable emptyTable() {
    name = DynamoDb.auditTable();
    return table(DynamoDb.client(), CLOCK);
  }

  @Test
  void shouldKeepTheKeyOfTheIndexByState() {
    FileVersion file = file("sales/a.csv", "v1", "0A");
    AuditTable table = table(DynamoDb.client(), CLOCK);

    table.register(file, NOW);
    assertThat(item(file)).containsEntry("dataset_state", AttributeValue.fromS("sales#NEW"));

    table.apply(Transition.valid(file, "run-1", NOW, 7, "s3://raw"));
    assertThat(item(file))
        .containsEntry("dataset_state", AttributeValue.fromS("sales#VALID"))
        .containsEntry("received_at", AttributeValue.fromS("2026-03-04T05:06:07.089Z"))
        .containsEntry("validated_at", AttributeValue.fromS("2026-03-04T05:06:07.089Z"));
  }

  @Test
  void shouldShowWhatTheIndexDoesNotShowYet() {
    AuditTable table = table(laggingIndex(), CLOCK);
    FileVersion stays = file("sales/stays.csv", "v1", "0A");
    FileVersion becomes = file("sales/becomes.csv", "v1", "0A");
    FileVersion silent = file("sales/silent.csv", "v1", "0A");
    for (FileVersion file : List.of(stays, becomes)) {
      table.announce("sales", List.of(file.object()));
    }
    List.of(stays, becomes, silent).forEach(file -> table.register(file, NOW));
    table.apply(Transition.valid(becomes, "run-1", NOW, 7, "s3://raw"));

    assertThat(listed(table, NEW)).containsExactly(stays.key());
    assertThat(listed(table, VALID)).containsExactly(becomes.key());
    assertThat(table.firstIn("sales", NEW).orElseThrow().file()).isEqualTo(stays);
    Clock later = Clock.offset(CLOCK, DynamoRecentChanges.RECENT.plusSeconds(1));
    assertThat(listed(table(laggingIndex(), later), NEW)).isEmpty();
    assertThat(listed(table(DynamoDb.client(), later), NEW))
        .containsExactlyInAnyOrder(stays.key(), silent.key());
  }

  @Test
  void shouldNotListWhatTheIndexStillShows() {
    FileVersion file = file("sales/a.csv", "v1", "0A");
    AuditTable table = table(DynamoDb.client(), CLOCK);
    table.register(file, NOW);
    DynamoDb.client()
        .updateItem(
            u ->
                u.tableName(name)
                    .key(key(file))
                    .updateExpression("SET #state = :state")
                    .expressionAttributeNames(Map.of("#state", "state"))
                    .expressionAttributeValues(Map.of(":state", AttributeValue.fromS("VALID"))));

    assertThat(listed(table, NEW)).isEmpty();
    assertThat(table.firstIn("sales", NEW)).isEmpty();
  }

  @Test
  void shouldListMoreFilesThanOneRequestTakes() {
    AuditTable table = table(DynamoDb.client(), CLOCK);
    List<String> keys = IntStream.range(0, 250).mapToObj(i -> "sales/" + i + ".csv").toList();
    for (String key : keys) {
      table.announce("sales", List.of("landing/" + key));
      table.register(file(key, "v1", "0A"), NOW);
    }

    assertThat(listed(table, NEW)).containsExactlyInAnyOrderElementsOf(keys);
  }

  private DynamoAuditTable table(DynamoDbClient client, Clock clock) {
    RecentChanges recent = new DynamoRecentChanges(DynamoDb.client(), COORDINATION, clock);
    return new DynamoAuditTable(client, name, recent, clock);
  }

  private static List<String> listed(AuditTable table, FileState state) {
    List<String> keys = new ArrayList<>();
    table.forEachIn("sales", state, record -> keys.add(record.file().key()));
    return keys;
  }

  /** A client to whom the index shows nothing at all. */
  private static DynamoDbClient laggingIndex() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              if (method.isDefault() && !method.getName().startsWith("update")) {
                boolean request = arguments != null && arguments[0] instanceof QueryRequest;
                if (request && method.getName().equals("query")) {
                  return QueryResponse.builder().items(List.of()).build();
                }
                if (method.getName().endsWith("Paginator")) {
                  return InvocationHandler.invokeDefault(proxy, method, arguments);
                }
              }
              return method.invoke(DynamoDb.client(), arguments);
            });
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
