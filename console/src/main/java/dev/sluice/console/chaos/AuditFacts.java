package dev.sluice.console.chaos;

import dev.sluice.console.aws.AuditTable;
import dev.sluice.console.aws.AuditedFile;
import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.Target;
import dev.sluice.core.audit.AuditSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the audit table says of each file in the end. */
final class AuditFacts {
  static final String PREFIX = "audit/";

  private AuditFacts() {}

  static Map<String, String> of(Target target, PipelineInfo pipeline) {
    Map<String, String> facts = new TreeMap<>();
    List<String> datasets = new ArrayList<>(pipeline.datasets().keySet());
    datasets.add(AuditSchema.UNKNOWN);
    try (DynamoDbClient dynamo = target.dynamoDb()) {
      AuditTable table = new AuditTable(dynamo, pipeline.stores());
      for (String dataset : datasets) {
        table.ofDataset(dataset).forEach(file -> facts.put(PREFIX + file.key(), said(file)));
      }
    }
    return facts;
  }

  private static String said(AuditedFile file) {
    return "%s, %s rows, %s bytes, %s, %s"
        .formatted(
            file.state(),
            file.rows(),
            file.text(AuditSchema.SIZE),
            file.text(AuditSchema.ETAG),
            file.reason().isEmpty() ? "no error" : file.reason());
  }
}
