package dev.sluice.lambda.notify;

import dev.sluice.core.function.CoordinationSchema;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * {@link Notices} in the coordination table, topic {@code notified}. A claim is an item in state
 * PENDING with a lease; who dies between claim and mail leaves a lease that runs out, so that the
 * retried event sends it. Who dies between mail and {@link #sent} causes a second mail: a mail
 * twice is better than none.
 */
public final class DynamoNotices implements Notices {
  /** As long as an invocation may take; events are tried again for longer than that. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** Longer than the 14 days in which an execution can be redriven. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  public DynamoNotices(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Claim claim(String id) {
    long now = clock.instant().getEpochSecond();
    try {
      dynamo.putItem(
          p ->
              p.tableName(table)
                  .item(
                      Map.of(
                          CoordinationSchema.TOPIC,
                              AttributeValue.fromS(CoordinationSchema.NOTIFIED),
                          CoordinationSchema.ID, AttributeValue.fromS(id),
                          CoordinationSchema.STATE, AttributeValue.fromS("PENDING"),
                          CoordinationSchema.LEASED_UNTIL, number(now + LEASE.toSeconds()),
                          CoordinationSchema.EXPIRES_AT, number(now + KEPT.toSeconds())))
                  .conditionExpression(
                      "attribute_not_exists(id) OR (#state = :pending AND leased_until < :now)")
                  .expressionAttributeNames(Map.of("#state", CoordinationSchema.STATE))
                  .expressionAttributeValues(
                      Map.of(":pending", AttributeValue.fromS("PENDING"), ":now", number(now)))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return Claim.GRANTED;
    } catch (ConditionalCheckFailedException e) {
      AttributeValue state = e.item().get(CoordinationSchema.STATE);
      return state != null && "SENT".equals(state.s()) ? Claim.SENT : Claim.TAKEN;
    }
  }

  @Override
  public void release(String id) {
    dynamo.deleteItem(d -> d.tableName(table).key(key(id)));
  }

  @Override
  public void sent(String id) {
    dynamo.updateItem(
        u ->
            u.tableName(table)
                .key(key(id))
                .updateExpression("SET #state = :sent REMOVE leased_until")
                .expressionAttributeNames(Map.of("#state", CoordinationSchema.STATE))
                .expressionAttributeValues(Map.of(":sent", AttributeValue.fromS("SENT"))));
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of(
        CoordinationSchema.TOPIC,
        AttributeValue.fromS(CoordinationSchema.NOTIFIED),
        CoordinationSchema.ID,
        AttributeValue.fromS(id));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
