package dev.sluice.local.aws.services.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.Engine;
import dev.sluice.local.asl.EngineConfig;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.integration.TaskFailure;
import dev.sluice.local.asl.integration.TaskIntegration;
import dev.sluice.local.asl.run.Quotas;
import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.AccessDenied;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.endpoint.JsonService;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.aws.services.events.EventBus;
import dev.sluice.local.aws.spi.LocalContext;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.util.List;

/** Step Functions: the engine, its API, and its status changes on the event bus. */
public final class StepFunctionsService implements LocalService {
  private final LocalContext context;
  private final EventBus bus;
  private volatile Engine engine;

  /** A service without engine. */
  public StepFunctionsService(LocalContext context, EventBus bus) {
    this.context = context;
    this.bus = bus;
  }

  @Override
  public String name() {
    return "stepfunctions";
  }

  /** Makes the engine, when the services that its Tasks use run. */
  public void open(List<TaskIntegration> integrations, Quotas quotas) throws IOException {
    engine =
        new Engine(
            new EngineConfig(
                    context.directory("executions"),
                    LocalAws.REGION,
                    LocalAws.ACCOUNT,
                    integrations,
                    context.objects(),
                    this::statusChanged,
                    context.clock())
                .with(quotas)
                .with(this::require));
  }

  private void require(String roleArn, String executionArn, String action, String resource) {
    try {
      context.gate().require(roleArn, LocalAws.nameOf(executionArn), Access.to(action, resource));
    } catch (AccessDenied e) {
      throw new TaskFailure("States.Permissions", e.getMessage());
    }
  }

  private void statusChanged(JsonNode detail) {
    List<String> resources = List.of(detail.path("executionArn").asText());
    bus.publish("aws.states", "Step Functions Execution Status Change", resources, detail);
  }

  @Override
  public List<JsonService> jsonServices() {
    JsonService service =
        new JsonService("Step Functions", "AWSStepFunctions", "1.0", new StatesAccess());
    for (String operation : Engine.operations()) {
      service.operation(operation, input -> call(operation, input));
    }
    return List.of(service);
  }

  private ObjectNode call(String operation, JsonNode input) {
    Engine api = engine;
    if (api == null) {
      throw new ServiceError("ServiceUnavailable", "the local AWS is starting; try again", 503);
    }
    try {
      return api.call(operation, input);
    } catch (AslException e) {
      throw new ServiceError(e.code(), e.getMessage());
    }
  }

  /** Starts an execution for a rule or schedule. */
  public void start(String stateMachineArn, String input) {
    ObjectNode request = Json.object().put("stateMachineArn", stateMachineArn);
    call("StartExecution", request.put("input", input));
  }

  @Override
  public List<ResourceHandler> resourceHandlers() {
    EngineApi api = (operation, request) -> engine.call(operation, request);
    return List.of(
        new StateMachineHandler(
            new MachineRights(context.gate()),
            request -> engine.createOrUpdateStateMachine(request)),
        new VersionHandler(api),
        new AliasHandler(api),
        new ActivityHandler(api));
  }

  /** Rules exist from now on: they hear of what the end of the last process interrupted. */
  @Override
  public void deployed() {
    engine.announceInterrupted();
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
