package dev.sluice.console.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads the audit table. Nothing here changes it: states change in the handlers alone. */
public final class AuditTable {
  private final DynamoDbClient dynamo;
  private final String table;

  public AuditTable(DynamoDbClient dynamo, PipelineInfo pipeline) {
    this.dynamo = dynamo;
    this.table = pipeline.auditTable();
  }

  /** The files of a dataset. */
  public Stream<AuditedFile> ofDataset(String dataset) {
    return query(Map.of(":dataset", AttributeValue.fromS(dataset)), "dataset = :dataset", null);
  }

  /** The files of a dataset that are in a state, by the index, oldest first. */
  public Stream<AuditedFile> inState(String dataset, String state) {
    return query(
        Map.of(":state", AttributeValue.fromS(dataset + "#" + state)),
        "dataset_state = :state",
        "by-state");
  }

  private Stream<AuditedFile> query(
      Map<String, AttributeValue> values, String condition, String index) {
    QueryRequest request =
        QueryRequest.builder()
            .tableName(table)
            .indexName(index)
            .keyConditionExpression(condition)
            .expressionAttributeValues(new LinkedHashMap<>(values))
            .build();
    return dynamo.queryPaginator(request).items().stream().map(AuditedFile::new);
  }
}
