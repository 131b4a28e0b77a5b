package dev.sluice.lambda.audit;

import dev.sluice.core.lifecycle.FileState;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * {@link AuditTable} in DynamoDB.
 *
 * <p>A transition is this write and no other:
 *
 * <pre>
 * Key       dataset, object
 * Update    SET #state = :to, #dataset_state = :dataset_state, #run = :run,
 *               #history = list_append(if_not_exists(#history, :none), :entry), …
 * Condition #state = :from AND #version_id = :version_id
 * </pre>
 *
 * where {@code :dataset_state} is {@code <dataset>#<new state>} and {@code :entry} a list of one
 * map with {@code state}, {@code version_id}, {@code at} and {@code run}. An arrival's condition is
 *
 * <pre>
 * attribute_not_exists(#sequencer) OR (#sequencer &lt; :sequencer AND #version_id &lt;&gt; :version_id)
 * </pre>
 *
 * <p>A replay, INVALID to NEW, is made from outside. Its copy of the file back to the landing
 * bucket is a new version, whose event alone brings the record to NEW. Who does not want to wait
 * for the event writes the following after the copy; whichever comes second changes nothing:
 *
 * <pre>
 * Update    SET #state = :new, #dataset_state = :dataset_state, #version_id = :copy,
 *               #history = list_append(#history, :entry)
 *           REMOVE #validated_at, #run, #rows, #errors, #failed, #report, #mailed_at
 * Condition #state = :invalid AND #version_id = :version_id
 * </pre>
 *
 * <p>Lists by state read the base table, not the index: an index lags, and a run that was woken by
 * a file must see that file.
 */
public final class DynamoAuditTable implements AuditTable {

  private static final String[] OF_AN_EARLIER_VERSION = {
    "validated_at", "ingested_at", "run", "rows", "errors", "raw", "failed", "report", "mailed_at"
  };

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Clock clock;

  public DynamoAuditTable(DynamoDbClient dynamoDb, String table, Clock clock) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Optional<AuditRecord> find(String dataset, String object) {
    Map<String, AttributeValue> item =
        dynamoDb
            .getItem(g -> g.tableName(table).key(key(dataset, object)).consistentRead(true))
            .item();
    return item == null || item.isEmpty() ? Optional.empty() : Optional.of(Items.record(item));
  }

  @Override
  public Change register(FileVersion file, Instant receivedAt) {
    Write write =
        state(file, FileState.NEW, "", clock.instant())
            .set("version_id", file.versionId())
            .set("sequencer", file.sequencer())
            .set("size", file.size())
            .set("etag", file.etag())
            .set("received_at", Timestamps.text(receivedAt))
            .remove(OF_AN_EARLIER_VERSION);
    return write(
        write,
        file,
        "attribute_not_exists(#sequencer)"
            + " OR (#sequencer < :sequencer AND #version_id <> :version_id)");
  }

  @Override
  public Change apply(Transition transition) {
    FileVersion file = transition.file();
    Write write = state(file, transition.to(), transition.run(), transition.at());
    write.set("run", transition.run());
    transition.details().forEach(write::set);
    write.alias("version_id");
    write.value("version_id", file.versionId());
    write.value("from", transition.from());
    return write(write, file, "#state = :from AND #version_id = :version_id");
  }

  @Override
  public void markMailed(FileVersion file, Instant at) {
    Write write = new Write().set("mailed_at", Timestamps.text(at));
    write.alias("version_id");
    write.value("version_id", file.versionId());
    write(write, file, "#version_id = :version_id");
  }

  @Override
  public Optional<AuditRecord> firstIn(String dataset, FileState state) {
    return dynamoDb.queryPaginator(inState(dataset, state)).items().stream()
        .findFirst()
        .map(Items::record);
  }

  @Override
  public void forEachIn(String dataset, FileState state, Consumer<AuditRecord> action) {
    dynamoDb
        .queryPaginator(inState(dataset, state))
        .items()
        .forEach(item -> action.accept(Items.record(item)));
  }

  private Write state(FileVersion file, FileState state, String run, Instant at) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("state", state);
    entry.put("version_id", file.versionId());
    entry.put("at", Timestamps.text(at));
    if (!run.isEmpty()) {
      entry.put("run", run);
    }
    return new Write()
        .set("state", state)
        .set("dataset_state", file.dataset() + "#" + state)
        .history(entry);
  }

  private Change write(Write write, FileVersion file, String condition) {
    Map<String, AttributeValue> key = key(file.dataset(), file.object());
    try {
      AuditRecord now =
          Items.record(dynamoDb.updateItem(write.request(table, key, condition)).attributes());
      boundHistory(key, now.history().size());
      return new Change(true, Optional.of(now));
    } catch (ConditionalCheckFailedException e) {
      boolean there = e.hasItem() && !e.item().isEmpty();
      return new Change(false, there ? Optional.of(Items.record(e.item())) : Optional.empty());
    }
  }

  /**
   * An update cannot append to a list and shorten it at once; which writer shortens is the same.
   */
  private void boundHistory(Map<String, AttributeValue> key, int size) {
    if (size <= HISTORY) {
      return;
    }
    String oldest =
        IntStream.range(0, size - HISTORY)
            .mapToObj(i -> "#history[" + i + "]")
            .collect(Collectors.joining(", "));
    UpdateItemRequest request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(key)
            .updateExpression("REMOVE " + oldest)
            .conditionExpression("size(#history) = :size")
            .expressionAttributeNames(Map.of("#history", "history"))
            .expressionAttributeValues(Map.of(":size", Items.value(size)))
            .build();
    try {
      dynamoDb.updateItem(request);
    } catch (ConditionalCheckFailedException e) {
      return; // Another writer was here in between, and shortens it.
    }
  }

  private QueryRequest inState(String dataset, FileState state) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("#dataset = :dataset")
        .filterExpression("#state = :state")
        .expressionAttributeNames(Map.of("#dataset", "dataset", "#state", "state"))
        .expressionAttributeValues(
            Map.of(":dataset", Items.value(dataset), ":state", Items.value(state)))
        .build();
  }

  private static Map<String, AttributeValue> key(String dataset, String object) {
    return Map.of("dataset", Items.value(dataset), "object", Items.value(object));
  }
}
