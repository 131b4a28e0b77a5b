package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.core.contract.Contracts;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.lambda.audit.AuditTable;
import dev.sluice.lambda.audit.DynamoAuditTable;
import dev.sluice.lambda.audit.DynamoRecentChanges;
import dev.sluice.lambda.file.Arrival;
import dev.sluice.lambda.file.Registrar;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.mail.SnsMail;
import dev.sluice.lambda.store.S3Store;
import dev.sluice.lambda.wait.DynamoWaiters;
import dev.sluice.lambda.wait.StepFunctionsTokens;
import dev.sluice.lambda.wait.WakeUp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Records a file that arrived in the landing bucket, and wakes the executions that wait for one of
 * its dataset. Events that come twice, late or out of order change nothing.
 *
 * <p>In: EventBridge's "Object Created" of S3. Out: {@code {"dataset", "object", "registered",
 * "woken"}}. Environment: {@code AUDIT_TABLE, COORDINATION_TABLE, ALERTS_TOPIC, DEPLOYMENT}.
 */
public final class RegisterFileHandler extends JsonHandler {

  private final Registrar registrar;

  public RegisterFileHandler() {
    this(wired(Environment.system(), Clients.dynamoDb()));
  }

  RegisterFileHandler(Registrar registrar) {
    this.registrar = registrar;
  }

  private static Registrar wired(Environment environment, DynamoDbClient dynamoDb) {
    AuditTable audit =
        new DynamoAuditTable(
            dynamoDb,
            environment.require(Variable.AUDIT_TABLE),
            new DynamoRecentChanges(
                dynamoDb, environment.require(Variable.COORDINATION_TABLE), Clock.systemUTC()),
            Clock.systemUTC());
    WakeUp wakeUp =
        new WakeUp(
            new DynamoWaiters(dynamoDb, environment.require(Variable.COORDINATION_TABLE)),
            new StepFunctionsTokens(Clients.stepFunctions()));
    return new Registrar(
        audit,
        new S3Store(Clients.s3()),
        wakeUp,
        new SnsMail(Clients.sns(), environment.require(Variable.ALERTS_TOPIC)),
        Once.of(Contracts::fromClasspath),
        environment.require(Variable.DEPLOYMENT),
        Clock.systemUTC());
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    Arrival arrival = Arrival.of(input, registrar::datasetOf);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put(Payload.DATASET, arrival.file().dataset());
    result.put(Payload.OBJECT, arrival.file().object());
    if (arrival.isFolder()) {
      result.put("registered", false);
    } else {
      Registrar.Registered registered = registrar.register(arrival);
      result.put("registered", registered.made());
      result.put("woken", registered.woken());
    }
    result.forEach(log::put);
    return result;
  }
}
