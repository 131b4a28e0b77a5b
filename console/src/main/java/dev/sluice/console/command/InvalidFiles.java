package dev.sluice.console.command;

import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.Target;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The files that an execution validated, with the first reason of each invalid one. */
final class InvalidFiles {
  private final Target target;
  private final PipelineInfo pipeline;

  InvalidFiles(Target target, PipelineInfo pipeline) {
    this.target = target;
    this.pipeline = pipeline;
  }

  void print(PrintStream out, String execution) {
    int valid = 0;
    List<String> invalid = new ArrayList<>();
    try (DynamoDbClient dynamo = target.dynamoDb()) {
      for (String dataset : pipeline.datasets().keySet()) {
        for (Map<String, AttributeValue> file : filesOf(dynamo, dataset, execution)) {
          if ("INVALID".equals(file.get("state").s())) {
            invalid.add(nameOf(file) + ": " + reasonOf(file));
          } else {
            valid++;
          }
        }
      }
    }
    out.printf("Files:   %d valid, %d invalid%n", valid, invalid.size());
    invalid.forEach(line -> out.println("         ✗ " + line));
    if (!invalid.isEmpty()) {
      out.println("         with reports in s3://" + pipeline.buckets().get("failed") + "/");
    }
  }

  private Iterable<Map<String, AttributeValue>> filesOf(
      DynamoDbClient dynamo, String dataset, String execution) {
    return dynamo
        .queryPaginator(
            r ->
                r.tableName(pipeline.auditTable())
                    .keyConditionExpression("dataset = :dataset")
                    .filterExpression("run = :run")
                    .expressionAttributeValues(
                        Map.of(
                            ":dataset", AttributeValue.fromS(dataset),
                            ":run", AttributeValue.fromS(execution))))
        .items();
  }

  private static String nameOf(Map<String, AttributeValue> file) {
    String object = file.get("object").s();
    return object.substring(object.indexOf('/') + 1);
  }

  private static String reasonOf(Map<String, AttributeValue> file) {
    AttributeValue errors = file.get("errors");
    if (errors == null || !errors.hasL() || errors.l().isEmpty()) {
      return "see its report";
    }
    Map<String, AttributeValue> first = errors.l().get(0).m();
    String message = first.containsKey("message") ? first.get("message").s() : first.toString();
    AttributeValue line = first.get("line");
    int others = errors.l().size() - 1;
    return (line == null ? "" : "line " + line.n() + ": ")
        + message
        + (others > 0 ? " (and " + others + " more)" : "");
  }
}
