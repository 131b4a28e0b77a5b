package dev.sluice.lambda.wait;

import dev.sluice.lambda.DynamoDb;

class DynamoWaitersTest extends WaitersContract {
  @Override
  Waiters empty() {
    return new DynamoWaiters(DynamoDb.client(), DynamoDb.table("topic", "id"));
  }
}
