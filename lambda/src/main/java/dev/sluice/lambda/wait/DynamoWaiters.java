package dev.sluice.lambda.wait;

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
                        "topic", text(topic(waiter.dataset())),
                        "id", text(waiter.execution()),
                        "token", text(waiter.token()),
                        "expires_at",
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
                    .expressionAttributeNames(Map.of("#topic", "topic"))
                    .expressionAttributeValues(Map.of(":topic", text(topic(dataset)))))
        .items()
        .stream()
        .map(item -> new Waiter(dataset, item.get("id").s(), item.get("token").s()))
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
                          "topic", text(topic(waiter.dataset())), "id", text(waiter.execution())))
                  .conditionExpression("#token = :token")
                  .expressionAttributeNames(Map.of("#token", "token"))
                  .expressionAttributeValues(Map.of(":token", text(waiter.token()))));
    } catch (ConditionalCheckFailedException e) {
      return; // Gone, or the execution was redriven and waits anew.
    }
  }

  private static String topic(String dataset) {
    return "await#" + dataset;
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
