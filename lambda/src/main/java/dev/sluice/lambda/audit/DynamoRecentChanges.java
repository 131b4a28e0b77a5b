package dev.sluice.lambda.audit;

import dev.sluice.core.function.CoordinationSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * {@link RecentChanges} in the coordination table, one item for many files, read by strongly
 * consistent queries.
 */
public final class DynamoRecentChanges implements RecentChanges {

  /**
   * A batch is announced up to ten minutes before its last change, and an index follows within a
   * second as a rule.
   *
   * @see <a
   *     href="https://repost.aws/knowledge-center/dynamodb-missing-table-items-gsi">propagation</a>
   */
  static final Duration RECENT = Duration.ofMinutes(30);

  private static final Duration KEPT = Duration.ofHours(1);

  /** Names of up to 1 KiB each, in an item of at most 400 KB. */
  private static final int IN_ONE_ITEM = 200;

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Clock clock;

  public DynamoRecentChanges(DynamoDbClient dynamoDb, String table, Clock clock) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public void announce(String dataset, Collection<String> objects) {
    List<String> all = new ArrayList<>(objects);
    for (int from = 0; from < all.size(); from += IN_ONE_ITEM) {
      put(dataset, all.subList(from, Math.min(from + IN_ONE_ITEM, all.size())));
    }
  }

  private void put(String dataset, List<String> objects) {
    Instant now = clock.instant();
    Map<String, AttributeValue> item =
        Map.of(
            CoordinationSchema.TOPIC, topic(dataset),
            CoordinationSchema.ID, Items.value(Timestamps.text(now) + "#" + UUID.randomUUID()),
            CoordinationSchema.OBJECTS, Items.value(objects),
            CoordinationSchema.EXPIRES_AT, Items.value(now.plus(KEPT).getEpochSecond()));
    dynamoDb.putItem(p -> p.tableName(table).item(item));
  }

  @Override
  public Set<String> of(String dataset) {
    String since = Timestamps.text(clock.instant().minus(RECENT));
    Set<String> found = new LinkedHashSet<>();
    dynamoDb
        .queryPaginator(
            q ->
                q.tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("#topic = :topic AND #id >= :since")
                    .expressionAttributeNames(
                        Map.of(
                            "#topic", CoordinationSchema.TOPIC,
                            "#id", CoordinationSchema.ID))
                    .expressionAttributeValues(
                        Map.of(":topic", topic(dataset), ":since", Items.value(since))))
        .items()
        .forEach(
            item ->
                item.get(CoordinationSchema.OBJECTS).l().forEach(object -> found.add(object.s())));
    return found;
  }

  private static AttributeValue topic(String dataset) {
    return Items.value(CoordinationSchema.changed(dataset));
  }
}
