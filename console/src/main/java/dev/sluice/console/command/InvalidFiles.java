package dev.sluice.console.command;

import dev.sluice.console.aws.AuditTable;
import dev.sluice.console.aws.AuditedFile;
import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.Target;
import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.audit.FileState;
import dev.sluice.core.text.OneLine;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The files that an execution validated, with the first reason of each invalid one. */
final class InvalidFiles {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final Target target;
  private final PipelineInfo pipeline;

  InvalidFiles(Target target, PipelineInfo pipeline) {
    this.target = target;
    this.pipeline = pipeline;
  }

  /** Waits until mails have told of all of them, or the time is over. */
  void awaitMails(String execution, Duration atMost) {
    Instant end = Instant.now().plus(atMost);
    try (DynamoDbClient dynamo = target.dynamoDb()) {
      AuditTable audit = new AuditTable(dynamo, pipeline.stores());
      while (Instant.now().isBefore(end) && anyUntold(audit, execution)) {
        Thread.sleep(LOOK_EVERY.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean anyUntold(AuditTable audit, String execution) {
    return pipeline.datasets().keySet().stream()
        .flatMap(dataset -> audit.inState(dataset, FileState.INVALID))
        .filter(file -> file.run().equals(execution))
        .anyMatch(file -> file.text(AuditSchema.MAILED_AT).isEmpty());
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
