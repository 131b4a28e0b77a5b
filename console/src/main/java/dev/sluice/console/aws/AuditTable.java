package dev.sluice.console.aws;

import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.audit.FileState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads the audit table. States change in the handlers, and by {@link QuarantineRecord}. */
public final class AuditTable {
  private final DynamoDbClient dynamo;
  private final String table;

  public AuditTable(DynamoDbClient dynamo, Stores stores) {
    this.dynamo = dynamo;
    this.table = stores.auditTable();
  }

  /** The files of a dataset. */
  public Stream<AuditedFile> ofDataset(String dataset) {
    return query(AuditSchema.DATASET, dataset, null);
  }

  /** The files of a dataset that are in a state, by the index, oldest first. */
  public Stream<AuditedFile> inState(String dataset, FileState state) {
    return query(
        AuditSchema.DATASET_STATE, AuditSchema.datasetState(dataset, state), AuditSchema.BY_STATE);
  }

  private Stream<AuditedFile> query(String key, String value, String index) {
    QueryRequest request =
        QueryRequest.builder()
            .tableName(table)
            .indexName(index)
            .keyConditionExpression(key + " = :value")
            .expressionAttributeValues(
                new LinkedHashMap<>(Map.of(":value", AttributeValue.fromS(value))))
            .build();
    return dynamo.queryPaginator(request).items().stream().map(AuditedFile::new);
  }
}
