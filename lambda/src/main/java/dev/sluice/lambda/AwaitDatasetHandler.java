package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.core.audit.FileState;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.lambda.audit.AuditRecord;
import dev.sluice.lambda.audit.AuditTable;
import dev.sluice.lambda.audit.DynamoAuditTable;
import dev.sluice.lambda.audit.DynamoRecentChanges;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.wait.DynamoWaiters;
import dev.sluice.lambda.wait.StepFunctionsTokens;
import dev.sluice.lambda.wait.Waiters;
import dev.sluice.lambda.wait.WakeUp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Starts a wait for a file of a dataset: the task ends when a file is registered, at once where one
 * is there that was not ingested yet. That is one that is NEW, or VALID: left by a run that failed
 * between validating and processing, for which no event will come again. The token is stored before
 * the table is asked, so that a file which arrives in between is not missed.
 *
 * <p>In: {@code {"dataset", "execution" (ARN), "taskToken", "timeoutSeconds"}}. The task's result
 * is {@code {"dataset", "object"}}. Environment: {@code AUDIT_TABLE, COORDINATION_TABLE}.
 */
public final class AwaitDatasetHandler extends JsonHandler {

  /** DynamoDB deletes expired items late; an early deletion would lose a wait. */
  private static final Duration AFTER_TIMEOUT = Duration.ofDays(1);

  private final AuditTable audit;
  private final Waiters waiters;
  private final WakeUp wakeUp;
  private final Clock clock;

  public AwaitDatasetHandler() {
    this(Environment.system(), Clients.dynamoDb(), Clock.systemUTC());
  }

  private AwaitDatasetHandler(Environment environment, DynamoDbClient dynamoDb, Clock clock) {
    String coordination = environment.require(Variable.COORDINATION_TABLE);
    this.audit =
        new DynamoAuditTable(
            dynamoDb,
            environment.require(Variable.AUDIT_TABLE),
            new DynamoRecentChanges(dynamoDb, coordination, clock),
            clock);
    this.waiters = new DynamoWaiters(dynamoDb, coordination);
    this.wakeUp = new WakeUp(waiters, new StepFunctionsTokens(Clients.stepFunctions()));
    this.clock = clock;
  }

  AwaitDatasetHandler(AuditTable audit, Waiters waiters, WakeUp wakeUp, Clock clock) {
    this.audit = audit;
    this.waiters = waiters;
    this.wakeUp = wakeUp;
    this.clock = clock;
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    Waiters.Waiter waiter =
        new Waiters.Waiter(
            input.string(Payload.DATASET),
            input.string(Payload.EXECUTION),
            input.string(Payload.TASK_TOKEN));
    Duration timeout = Duration.ofSeconds(input.number(Payload.TIMEOUT_SECONDS));
    waiters.add(waiter, clock.instant().plus(timeout).plus(AFTER_TIMEOUT));

    Optional<AuditRecord> there = notIngested(waiter.dataset());
    there.ifPresent(record -> wakeUp.one(waiter, record.file()));
    log.put(Payload.DATASET, waiter.dataset()).put("waits", there.isEmpty());
    return Map.of();
  }

  /** In the order of a file's life, so that one which is validated meanwhile is seen either way. */
  private Optional<AuditRecord> notIngested(String dataset) {
    return audit.firstIn(dataset, FileState.NEW).or(() -> audit.firstIn(dataset, FileState.VALID));
  }
}
