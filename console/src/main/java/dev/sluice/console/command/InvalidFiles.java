package dev.sluice.console.command;

import dev.sluice.console.aws.AuditTable;
import dev.sluice.console.aws.AuditedFile;
import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.Target;
import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.audit.FileState;
import dev.sluice.core.text.OneLine;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The files that an execution validated, with the first reason of each invalid one. */
final class InvalidFiles {
  private final Target target;
  private final PipelineInfo pipeline;
  private boolean untold;

  InvalidFiles(Target target, PipelineInfo pipeline) {
    this.target = target;
    this.pipeline = pipeline;
  }

  /** True where a mail at the execution's end has yet to tell of some. */
  boolean untold() {
    return untold;
  }

  /** Prints them, where the pipeline reads any; returns the datasets of which some are invalid. */
  Set<String> print(PrintStream out, String execution) {
    Set<String> datasets = new LinkedHashSet<>();
    if (pipeline.datasets().isEmpty()) {
      return datasets;
    }
    int valid = 0;
    List<String> invalid = new ArrayList<>();
    try (DynamoDbClient dynamo = target.dynamoDb()) {
      AuditTable audit = new AuditTable(dynamo, pipeline.stores());
      for (String dataset : pipeline.datasets().keySet()) {
        for (AuditedFile file : audit.ofDataset(dataset).toList()) {
          if (!file.run().equals(execution)) {
            continue;
          }
          if (file.state().equals(FileState.INVALID.name())) {
            invalid.add(OneLine.of(file.key() + ": " + file.reason()));
            datasets.add(dataset);
            untold |= file.text(AuditSchema.MAILED_AT).isEmpty();
          } else {
            valid++;
          }
        }
      }
    }
    if (valid + invalid.size() == 0) {
      out.println("Files:   none");
      return datasets;
    }
    out.printf("Files:   %d valid, %d invalid%n", valid, invalid.size());
    invalid.forEach(line -> out.println("         ✗ " + line));
    if (!invalid.isEmpty()) {
      out.println("         with reports in s3://" + pipeline.stores().failed() + "/");
    }
    return datasets;
  }
}
