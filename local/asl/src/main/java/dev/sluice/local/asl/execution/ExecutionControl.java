package dev.sluice.local.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.Arns;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.machine.Machines;
import dev.sluice.local.asl.machine.Target;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.base.json.Json;

/** Starts, stops and redrives executions, whatever their kind. */
public final class ExecutionControl {
  private final Machines machines;
  private final Executions executions;
  private final ExpressExecutions express;
  private final MapRunLookup maps;

  public ExecutionControl(
      Machines machines, Executions executions, ExpressExecutions express, MapRunLookup maps) {
    this.machines = machines;
    this.executions = executions;
    this.express = express;
    this.maps = maps;
  }

  /** StartExecution of a machine, version or alias. */
  public ObjectNode start(JsonNode request) {
    Target target = target(request);
    return target.machine().express()
        ? express.start(target, request)
        : executions.start(target, request);
  }

  /** StartSyncExecution; waits for the end. */
  public ObjectNode startSync(JsonNode request) {
    Target target = target(request);
    if (!target.machine().express()) {
      throw ExpressExecutions.typeNotSupported();
    }
    return express.startSync(target, request);
  }

  private Target target(JsonNode request) {
    return machines.target(Arns.require(request, "stateMachineArn", "stateMachine"));
  }

  /** StopExecution, of a map run's child too. */
  public ObjectNode stop(JsonNode request) {
    String arn = Arns.require(request, "executionArn", "execution");
    StateError error = new StateError(Json.string(request, "error"), Json.string(request, "cause"));
    return MapRunLookup.isChild(arn) ? maps.stopChild(arn, error) : executions.stop(arn, error);
  }

  /**
   * RedriveExecution.
   *
   * @throws AslException ExecutionNotRedrivable, for a map run's child always: its parent redrives
   *     it
   * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-map-run.html">AWS,
   *     Redriving map runs</a>
   */
  public ObjectNode redrive(JsonNode request) {
    String arn = Arns.require(request, "executionArn", "execution");
    if (MapRunLookup.isChild(arn)) {
      String status = maps.describeChild(arn, false).path("redriveStatus").asText();
      throw new AslException(
          "ExecutionNotRedrivable",
          "Execution '"
              + arn
              + "' is a child of a map run, its redriveStatus is "
              + status
              + ": redrive the execution that the map run belongs to");
    }
    return executions.redrive(request);
  }
}
