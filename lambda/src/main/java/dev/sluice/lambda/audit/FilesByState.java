package dev.sluice.lambda.audit;

import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.audit.FileState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * A dataset's files in one state, at a cost that grows with their number and not with the dataset's
 * history. The index tells which files to look at, and so do {@link RecentChanges}, since the index
 * lags; each of them is then read from the table itself, consistently, and counts by what that
 * says. So what holds is: nothing is listed that is not in the state, and a change is missed only
 * if the index lags behind by more than recent changes are remembered.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html">
 *     read consistency</a>
 */
final class FilesByState {

  /** As many keys as one request takes. */
  private static final int CHUNK = 100;

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final RecentChanges recent;

  FilesByState(DynamoDbClient dynamoDb, String table, RecentChanges recent) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.recent = recent;
  }

  /**
   * Gives each file once, those of the index first.
   *
   * @param action returns false to end
   */
  void each(String dataset, FileState state, Predicate<AuditRecord> action) {
    Set<String> seen = new HashSet<>();
    if (look(dataset, state, indexed(dataset, state), seen, action)) {
      look(dataset, state, recent.of(dataset).iterator(), seen, action);
    }
  }

  private Iterator<String> indexed(String dataset, FileState state) {
    return dynamoDb
        .queryPaginator(
            q ->
                q.tableName(table)
                    .indexName(AuditSchema.BY_STATE)
                    .keyConditionExpression("#dataset_state = :dataset_state")
                    .projectionExpression("#object")
                    .expressionAttributeNames(
                        Map.of(
                            "#dataset_state", AuditSchema.DATASET_STATE,
                            "#object", AuditSchema.OBJECT))
                    .expressionAttributeValues(
                        Map.of(
                            ":dataset_state",
                            Items.value(AuditSchema.datasetState(dataset, state)))))
        .items()
        .stream()
        .map(item -> item.get(AuditSchema.OBJECT).s())
        .iterator();
  }

  private boolean look(
      String dataset,
      FileState state,
      Iterator<String> objects,
      Set<String> seen,
      Predicate<AuditRecord> action) {
    List<String> chunk = new ArrayList<>(CHUNK);
    while (objects.hasNext()) {
      String object = objects.next();
      if (seen.add(object)) {
        chunk.add(object);
      }
      if (chunk.size() == CHUNK || !objects.hasNext()) {
        for (AuditRecord record : read(dataset, chunk)) {
          if (record.state() == state && !action.test(record)) {
            return false;
          }
        }
        chunk.clear();
      }
    }
    return true;
  }

  /** The records of these objects, in this order. */
  private List<AuditRecord> read(String dataset, List<String> objects) {
    if (objects.isEmpty()) {
      return List.of();
    }
    KeysAndAttributes keys =
        KeysAndAttributes.builder()
            .consistentRead(true)
            .keys(objects.stream().map(object -> key(dataset, object)).toList())
            .build();
    Map<String, AuditRecord> found = new HashMap<>();
    dynamoDb
        .batchGetItemPaginator(
            BatchGetItemRequest.builder().requestItems(Map.of(table, keys)).build())
        .forEach(
            page ->
                page.responses().getOrDefault(table, List.of()).stream()
                    .map(Items::record)
                    .forEach(record -> found.put(record.file().object(), record)));
    return objects.stream().map(found::get).flatMap(r -> Optional.ofNullable(r).stream()).toList();
  }

  static Map<String, AttributeValue> key(String dataset, String object) {
    return Map.of(
        AuditSchema.DATASET, Items.value(dataset), AuditSchema.OBJECT, Items.value(object));
  }
}
