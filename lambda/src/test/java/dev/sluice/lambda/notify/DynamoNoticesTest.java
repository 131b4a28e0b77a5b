package dev.sluice.lambda.notify;

import dev.sluice.lambda.DynamoDb;

class DynamoNoticesTest extends NoticesContract {
  @Override
  Notices notices(MovableClock time) {
    return new DynamoNotices(DynamoDb.client(), DynamoDb.table("topic", "id"), time);
  }
}
