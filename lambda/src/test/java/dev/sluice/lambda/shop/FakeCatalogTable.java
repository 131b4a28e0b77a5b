package dev.sluice.lambda.shop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * One table that takes batches as DynamoDB does: at most 25 requests, sometimes not all of them.
 */
final class FakeCatalogTable implements DynamoDbClient {
  final Map<Long, Map<String, AttributeValue>> items = new LinkedHashMap<>();
  boolean broken;

  /** Leaves every n-th request unprocessed; 0 for none. */
  int refuseEvery;

  private int requests;

  @Override
  public BatchWriteItemResponse batchWriteItem(Consumer<BatchWriteItemRequest.Builder> request) {
    BatchWriteItemRequest.Builder builder = BatchWriteItemRequest.builder();
    request.accept(builder);
    return batchWriteItem(builder.build());
  }

  @Override
  public synchronized BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    if (broken) {
      throw new IllegalStateException("table is gone");
    }
    List<WriteRequest> left = new ArrayList<>();
    String table = request.requestItems().keySet().iterator().next();
    List<WriteRequest> batch = request.requestItems().get(table);
    if (batch.isEmpty() || batch.size() > 25) {
      throw new IllegalArgumentException("a batch has 1 to 25 requests, not " + batch.size());
    }
    for (WriteRequest write : batch) {
      if (refuseEvery > 0 && ++requests % refuseEvery == 0) {
        left.add(write);
      } else if (write.putRequest() != null) {
        Map<String, AttributeValue> item = write.putRequest().item();
        items.put(Long.valueOf(item.get(CatalogItem.KEY).s()), item);
      } else {
        items.remove(Long.valueOf(write.deleteRequest().key().get(CatalogItem.KEY).s()));
      }
    }
    return BatchWriteItemResponse.builder()
        .unprocessedItems(left.isEmpty() ? Map.of() : Map.of(table, left))
        .build();
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}
}
