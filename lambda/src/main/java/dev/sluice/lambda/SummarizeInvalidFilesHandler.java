package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.core.function.Counted;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.lambda.audit.DynamoAuditTable;
import dev.sluice.lambda.audit.DynamoRecentChanges;
import dev.sluice.lambda.file.InvalidFilesSummary;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.mail.SnsMail;
import dev.sluice.lambda.notify.DynamoNotices;
import dev.sluice.lambda.notify.StatusChange;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Mails the invalid files of an execution that has ended, one mail a dataset, unless the mail at
 * once has told of all. It is called from outside the run, by EventBridge, so that the mail comes
 * also where the run failed or was stopped.
 *
 * <p>In: EventBridge's "Step Functions Execution Status Change". Out: {@code {"invalid"}}, of how
 * many files the mails tell. Environment: {@code PIPELINE}, {@code DATASETS} (names, with commas
 * between), {@code AUDIT_TABLE}, {@code COORDINATION_TABLE}, {@code ALERTS_TOPIC}.
 */
public final class SummarizeInvalidFilesHandler extends JsonHandler {
  private final InvalidFilesSummary summary;
  private final List<String> datasets;

  /** For Lambda. */
  public SummarizeInvalidFilesHandler() {
    this(
        wired(Environment.system(), Clients.dynamoDb()),
        List.of(Environment.system().require(Variable.DATASETS).split(",")));
  }

  SummarizeInvalidFilesHandler(InvalidFilesSummary summary, List<String> datasets) {
    this.summary = summary;
    this.datasets = datasets;
  }

  private static InvalidFilesSummary wired(Environment environment, DynamoDbClient dynamoDb) {
    Clock clock = Clock.systemUTC();
    return new InvalidFilesSummary(
        new DynamoAuditTable(
            dynamoDb,
            environment.require(Variable.AUDIT_TABLE),
            new DynamoRecentChanges(
                dynamoDb, environment.require(Variable.COORDINATION_TABLE), clock),
            clock),
        new DynamoNotices(dynamoDb, environment.require(Variable.COORDINATION_TABLE), clock),
        new SnsMail(Clients.sns(), environment.require(Variable.ALERTS_TOPIC)),
        environment.require(Variable.PIPELINE),
        clock);
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    StatusChange change = StatusChange.of(input);
    log.put(Payload.EXECUTION, change.name()).put("status", change.status());
    long told = 0;
    for (String dataset : datasets) {
      told += summary.tell(change, dataset);
    }
    log.put(Counted.INVALID, told);
    return Map.of(Counted.INVALID, told);
  }
}
