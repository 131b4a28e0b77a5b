package dev.sluice.lambda.shop;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes the product catalog to its DynamoDB table. Writing it again changes nothing. */
final class CatalogWriter {
  private static final int BATCH = 25;
  private static final int ATTEMPTS = 10;
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final DynamoDbClient dynamo;
  private final String table;
  private final LongConsumer pause;

  CatalogWriter(DynamoDbClient dynamo, String table, LongConsumer pause) {
    this.dynamo = dynamo;
    this.table = table;
    this.pause = pause;
  }

  /**
   * Puts all items of the plan and deletes those beyond it.
   *
   * @param before how many items an earlier seeding had put
   * @return how many items the catalog has
   */
  int write(ShopPlan plan, int before) {
    int products = plan.products();
    inBatches(
        LongStream.rangeClosed(1, products)
            .mapToObj(
                id -> WriteRequest.builder().putRequest(p -> p.item(CatalogItem.of(plan, id))))
            .map(WriteRequest.Builder::build)
            .iterator());
    inBatches(
        LongStream.rangeClosed(products + 1L, before)
            .mapToObj(id -> WriteRequest.builder().deleteRequest(d -> d.key(CatalogItem.key(id))))
            .map(WriteRequest.Builder::build)
            .iterator());
    return products;
  }

  private void inBatches(Iterator<WriteRequest> requests) {
    while (requests.hasNext()) {
      List<WriteRequest> batch = new ArrayList<>(BATCH);
      while (batch.size() < BATCH && requests.hasNext()) {
        batch.add(requests.next());
      }
      write(batch);
    }
  }

  private void write(List<WriteRequest> batch) {
    List<WriteRequest> left = batch;
    for (int attempt = 1; ; attempt++) {
      List<WriteRequest> sent = left;
      left =
          dynamo
              .batchWriteItem(b -> b.requestItems(Map.of(table, sent)))
              .unprocessedItems()
              .getOrDefault(table, List.of());
      if (left.isEmpty()) {
        return;
      }
      if (attempt == ATTEMPTS) {
        throw new IllegalStateException(
            "Table "
                + table
                + " left "
                + left.size()
                + " of "
                + batch.size()
                + " items unwritten after "
                + ATTEMPTS
                + " attempts; raise its write capacity and deploy again");
      }
      long most = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << attempt);
      pause.accept(ThreadLocalRandom.current().nextLong(most));
    }
  }
}
