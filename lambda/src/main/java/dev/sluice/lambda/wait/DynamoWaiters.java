package dev.sluice.lambda.wait;

import dev.sluice.core.function.CoordinationSchema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** {@link Waiters} in the coordination table: topic {@code await#<dataset>}, id the execution. */
public final class DynamoWaiters implements Waiters {

  private final DynamoDbClient dynamoDb;
  private final String table;

  public DynamoWaiters(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public void add(Waiter waiter, Instant expiresAt) {
    dynamoDb.putItem(
        p ->
            p.tableName(table)
                .item(
                    Map.of(
                        CoordinationSchema.TOPIC, topic(waiter.dataset()),
                        CoordinationSchema.ID, text(waiter.execution()),
                        CoordinationSchema.TOKEN, text(waiter.token()),
                        CoordinationSchema.EXPIRES_AT,
                            AttributeValue.fromN(Long.toString(expiresAt.getEpochSecond())))));
  }

  @Override
  public List<Waiter> of(String dataset) {
    return dynamoDb
        .queryPaginator(
            q ->
                q.tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("#topic = :topic")
                    .expressionAttributeNames(Map.of("#topic", CoordinationSchema.TOPIC))
                    .expressionAttributeValues(Map.of(":topic", topic(dataset))))
        .items()
        .stream()
        .map(
            item ->
                new Waiter(
                    dataset,
                    item.get(CoordinationSchema.ID).s(),
                    item.get(CoordinationSchema.TOKEN).s()))
        .toList();
  }

  @Override
  public void remove(Waiter waiter) {
    try {
      dynamoDb.deleteItem(
          d ->
              d.tableName(table)
                  .key(
                      Map.of(
                          CoordinationSchema.TOPIC,
                          topic(waiter.dataset()),
                          CoordinationSchema.ID,
                          text(waiter.execution())))
                  .conditionExpression("#token = :token")
                  .expressionAttributeNames(Map.of("#token", CoordinationSchema.TOKEN))
                  .expressionAttributeValues(Map.of(":token", text(waiter.token()))));
    } catch (ConditionalCheckFailedException e) {
      return; // Gone, or the execution was redriven and waits anew.
    }
  }

  private static AttributeValue topic(String dataset) {
    return text(CoordinationSchema.awaited(dataset));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
