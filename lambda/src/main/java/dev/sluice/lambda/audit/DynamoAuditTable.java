package dev.sluice.lambda.audit;

import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.audit.FileState;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
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
 * <p>An arrival leaves what the raw zone holds: runs go on reading the last version that kept its
 * contract, until a newer one does.
 *
 * <p>{@link FilesByState} says what lists by state show.
 */
public final class DynamoAuditTable implements AuditTable {

  private static final String[] OF_AN_EARLIER_VERSION = {
    AuditSchema.VALIDATED_AT,
    AuditSchema.INGESTED_AT,
    AuditSchema.RUN,
    AuditSchema.ROWS,
    AuditSchema.ERRORS,
    AuditSchema.FAILED,
    AuditSchema.REPORT,
    AuditSchema.MAILED_AT
  };

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final RecentChanges recent;
  private final FilesByState files;
  private final Clock clock;

  public DynamoAuditTable(
      DynamoDbClient dynamoDb, String table, RecentChanges recent, Clock clock) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.recent = recent;
    this.files = new FilesByState(dynamoDb, table, recent);
    this.clock = clock;
  }

  @Override
  public Optional<AuditRecord> find(String dataset, String object) {
    Map<String, AttributeValue> item =
        dynamoDb
            .getItem(
                g -> g.tableName(table).key(FilesByState.key(dataset, object)).consistentRead(true))
            .item();
    return item == null || item.isEmpty() ? Optional.empty() : Optional.of(Items.record(item));
  }

  @Override
  public void announce(String dataset, Collection<String> objects) {
    recent.announce(dataset, objects);
  }

  @Override
  public Change register(FileVersion file, Instant receivedAt) {
    Write write =
        state(file, FileState.NEW, "", clock.instant())
            .set(AuditSchema.VERSION_ID, file.versionId())
            .set(AuditSchema.SEQUENCER, file.sequencer())
            .set(AuditSchema.SIZE, file.size())
            .set(AuditSchema.ETAG, file.etag())
            .set(AuditSchema.RECEIVED_AT, Timestamps.text(receivedAt))
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
    write.set(AuditSchema.RUN, transition.run());
    transition.details().forEach(write::set);
    write.alias(AuditSchema.VERSION_ID);
    write.value(AuditSchema.VERSION_ID, file.versionId());
    write.value("from", transition.from());
    return write(write, file, "#state = :from AND #version_id = :version_id");
  }

  @Override
  public void noteRaw(FileVersion file, String rawUri) {
    Write write =
        new Write()
            .set(AuditSchema.RAW, rawUri)
            .set(AuditSchema.RAW_VERSION, file.versionId())
            .set(AuditSchema.RAW_SEQUENCER, file.sequencer());
    write(write, file, "attribute_not_exists(#raw_sequencer) OR #raw_sequencer < :raw_sequencer");
  }

  @Override
  public void markMailed(FileVersion file, Instant at) {
    Write write = new Write().set(AuditSchema.MAILED_AT, Timestamps.text(at));
    write.alias(AuditSchema.VERSION_ID);
    write.value(AuditSchema.VERSION_ID, file.versionId());
    write(write, file, "#version_id = :version_id");
  }

  @Override
  public Optional<AuditRecord> firstIn(String dataset, FileState state) {
    AuditRecord[] found = new AuditRecord[1];
    files.each(
        dataset,
        state,
        record -> {
          found[0] = record;
          return false;
        });
    return Optional.ofNullable(found[0]);
  }

  @Override
  public void forEachIn(String dataset, FileState state, Consumer<AuditRecord> action) {
    files.each(
        dataset,
        state,
        record -> {
          action.accept(record);
          return true;
        });
  }

  private Write state(FileVersion file, FileState state, String run, Instant at) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put(AuditSchema.STATE, state);
    entry.put(AuditSchema.VERSION_ID, file.versionId());
    entry.put(AuditSchema.AT, Timestamps.text(at));
    if (!run.isEmpty()) {
      entry.put(AuditSchema.RUN, run);
    }
    return new Write()
        .set(AuditSchema.STATE, state)
        .set(AuditSchema.DATASET_STATE, AuditSchema.datasetState(file.dataset(), state))
        .history(entry);
  }

  private Change write(Write write, FileVersion file, String condition) {
    Map<String, AttributeValue> key = FilesByState.key(file.dataset(), file.object());
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
            .expressionAttributeNames(Map.of("#history", AuditSchema.HISTORY))
            .expressionAttributeValues(Map.of(":size", Items.value(size)))
            .build();
    try {
      dynamoDb.updateItem(request);
    } catch (ConditionalCheckFailedException e) {
      return; // Another writer was here in between, and shortens it.
    }
  }
}
