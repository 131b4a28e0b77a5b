package dev.sluice.demo.shop;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes the product catalog to its DynamoDB table. Writing it again changes nothing.
 *
 * <p>By transactions of a hundred items: they cost twice the capacity of batches, which for a
 * catalog is a cent, and DynamoDB Local writes them ten times as fast, since it flushes once for
 * each transaction but once for each item of a batch.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>
 */
final class CatalogWriter {
  private static final int MOST_IN_TRANSACTION = 100;
  private static final int ATTEMPTS = 10;
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  /** Reasons that pass; "None" stands for the items that were right. */
  private static final Set<String> PASSING =
      Set.of("None", "ThrottlingError", "ProvisionedThroughputExceeded", "TransactionConflict");

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
    writeAll(LongStream.rangeClosed(1, products).mapToObj(id -> put(plan, id)).iterator());
    writeAll(LongStream.rangeClosed(products + 1L, before).mapToObj(this::delete).iterator());
    return products;
  }

  private TransactWriteItem put(ShopPlan plan, long id) {
    return TransactWriteItem.builder()
        .put(p -> p.tableName(table).item(CatalogItem.of(plan, id)))
        .build();
  }

  private TransactWriteItem delete(long id) {
    return TransactWriteItem.builder()
        .delete(d -> d.tableName(table).key(CatalogItem.key(id)))
        .build();
  }

  private void writeAll(Iterator<TransactWriteItem> writes) {
    while (writes.hasNext()) {
      List<TransactWriteItem> some = new ArrayList<>(MOST_IN_TRANSACTION);
      while (some.size() < MOST_IN_TRANSACTION && writes.hasNext()) {
        some.add(writes.next());
      }
      write(some);
    }
  }

  private void write(List<TransactWriteItem> writes) {
    for (int attempt = 1; ; attempt++) {
      try {
        dynamo.transactWriteItems(t -> t.transactItems(writes));
        return;
      } catch (TransactionCanceledException e) {
        if (!passes(e)) {
          throw e;
        }
        if (attempt == ATTEMPTS) {
          throw new IllegalStateException(
              "table "
                  + table
                  + " took no more items in "
                  + ATTEMPTS
                  + " attempts; raise its write capacity and deploy again",
              e);
        }
        long most = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << attempt);
        pause.accept(ThreadLocalRandom.current().nextLong(most));
      }
    }
  }

  private static boolean passes(TransactionCanceledException e) {
    return e.cancellationReasons().stream().allMatch(reason -> PASSING.contains(reason.code()));
  }
}
