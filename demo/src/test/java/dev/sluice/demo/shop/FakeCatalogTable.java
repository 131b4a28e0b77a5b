package dev.sluice.demo.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** One table that takes transactions as DynamoDB does: whole or not at all. */
public final class FakeCatalogTable implements DynamoDbClient {
  final Map<Long, Map<String, AttributeValue>> items = new LinkedHashMap<>();
  boolean broken;

  /** Cancels so many transactions, for this reason. */
  int cancelled;

  String reason = "ThrottlingError";

  @Override
  public synchronized TransactWriteItemsResponse transactWriteItems(
      TransactWriteItemsRequest request) {
    if (broken) {
      throw new IllegalStateException("table is gone");
    }
    List<TransactWriteItem> writes = request.transactItems();
    if (writes.isEmpty() || writes.size() > 100) {
      throw new IllegalArgumentException("a transaction has 1 to 100 writes: " + writes.size());
    }
    if (cancelled-- > 0) {
      throw TransactionCanceledException.builder()
          .message("Transaction cancelled for " + reason)
          .cancellationReasons(
              CancellationReason.builder().code("None").build(),
              CancellationReason.builder().code(reason).build())
          .build();
    }
    for (TransactWriteItem write : writes) {
      if (write.put() != null) {
        Map<String, AttributeValue> item = write.put().item();
        items.put(Long.valueOf(item.get(CatalogItem.KEY).s()), item);
      } else {
        items.remove(Long.valueOf(write.delete().key().get(CatalogItem.KEY).s()));
      }
    }
    return TransactWriteItemsResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}
}
