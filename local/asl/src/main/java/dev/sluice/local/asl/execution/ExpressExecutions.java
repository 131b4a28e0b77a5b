package dev.sluice.local.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.api.Names;
import dev.sluice.local.asl.api.Validation;
import dev.sluice.local.asl.definition.StateMachine;
import dev.sluice.local.asl.history.SilentHistory;
import dev.sluice.local.asl.machine.Machine;
import dev.sluice.local.asl.machine.Target;
import dev.sluice.local.asl.run.EventDetails;
import dev.sluice.local.asl.run.Outcome;
import dev.sluice.local.asl.run.Payload;
import dev.sluice.local.asl.run.Run;
import dev.sluice.local.asl.run.RunIdentity;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.asl.run.World;
import dev.sluice.local.base.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Executions of EXPRESS machines, of which nothing is kept: they are neither listed nor described,
 * have no history and send no events.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">AWS,
 *     Choosing workflow type</a>
 */
public final class ExpressExecutions {
  /** What AWS bills at least, in milliseconds. */
  private static final long BILLED = 100;

  private static final int MEMORY = 64;
  private static final Duration GRACE = Duration.ofSeconds(30);
  private final World world;

  public ExpressExecutions(World world) {
    this.world = world;
  }

  /** The refusal of an operation that the kind of machine does not have. */
  static AslException typeNotSupported() {
    return new AslException(
        "StateMachineTypeNotSupported",
        "This operation is not supported by this type of state machine");
  }

  /** StartExecution: of what comes of it nobody is told. */
  public ObjectNode start(Target target, JsonNode request) {
    RunIdentity identity = identity(target.machine(), Json.string(request, "name"));
    begin(target.machine(), identity, Executions.input(Json.string(request, "input")));
    return Json.object()
        .put("executionArn", identity.arn())
        .put("startDate", Json.seconds(identity.startTime()));
  }

  /** StartSyncExecution: answers with the result. */
  public ObjectNode startSync(Target target, JsonNode request) {
    boolean data = Validation.wantsData(request);
    RunIdentity identity = identity(target.machine(), Json.string(request, "name"));
    Payload input = Executions.input(Json.string(request, "input"));
    CompletableFuture<Outcome> end = begin(target.machine(), identity, input);
    Duration longest = world.quotas().express().plus(GRACE);
    Outcome outcome = Waiting.until(end, longest, "the end of " + identity.arn());
    Instant stopped = world.clock().instant();
    ObjectNode answer = Json.object().put("executionArn", identity.arn());
    answer.put("stateMachineArn", identity.machineArn()).put("name", identity.name());
    answer.put("startDate", Json.seconds(identity.startTime()));
    answer.put("stopDate", Json.seconds(stopped)).put("status", outcome.status().name());
    if (data) {
      answer.put("input", input.text()).putObject("inputDetails").put("included", true);
    }
    if (data && outcome.error() != null) {
      EventDetails.error(answer, outcome.error());
    }
    if (data && outcome.output() != null) {
      answer.put("output", outcome.output().text());
      answer.putObject("outputDetails").put("included", true);
    }
    bill(answer, Duration.between(identity.startTime(), stopped).toMillis());
    return answer;
  }

  private static void bill(ObjectNode answer, long millis) {
    long begun = Math.max(1, (millis + BILLED - 1) / BILLED);
    answer
        .putObject("billingDetails")
        .put("billedMemoryUsedInMB", MEMORY)
        .put("billedDurationInMilliseconds", begun * BILLED);
  }

  private RunIdentity identity(Machine machine, String given) {
    String name = given == null ? UUID.randomUUID().toString() : given;
    Names.check(name);
    String arn =
        machine.arn().replace(":stateMachine:", ":express:") + ":" + name + ":" + UUID.randomUUID();
    Instant now = Instant.ofEpochMilli(world.clock().millis());
    return new RunIdentity(
        arn, name, machine.arn(), machine.name(), machine.roleArn(), now, 0, null);
  }

  private CompletableFuture<Outcome> begin(Machine machine, RunIdentity identity, Payload input) {
    long longest = world.quotas().express().toSeconds();
    long own = machine.parsed().timeoutSeconds();
    StateMachine bounded =
        new StateMachine(machine.parsed().block(), own == 0 ? longest : Math.min(own, longest));
    CompletableFuture<Outcome> end = new CompletableFuture<>();
    new Run(
            identity,
            bounded,
            input,
            new SilentHistory(),
            world,
            (attempt, state) ->
                attempt.fail(StateError.runtime("An EXPRESS execution has no distributed maps.")),
            (run, outcome) -> end.complete(outcome))
        .start();
    return end;
  }
}
