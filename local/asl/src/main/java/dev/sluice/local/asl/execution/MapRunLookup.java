package dev.sluice.local.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.Arns;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.history.HistoryPages;
import dev.sluice.local.asl.map.Limits;
import dev.sluice.local.asl.map.MapRun;
import dev.sluice.local.asl.map.MapRunDescriptions;
import dev.sluice.local.asl.map.MapRunState;
import dev.sluice.local.asl.map.MapRuns;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds map runs and their children, alive or on disk. */
public final class MapRunLookup {
  private final Executions executions;

  public MapRunLookup(Executions executions) {
    this.executions = executions;
  }

  /**
   * @throws AslException ResourceNotFound
   */
  public MapRunState require(String arn) {
    if (arn != null && arn.contains(":mapRun:")) {
      String uuid = arn.substring(arn.lastIndexOf(':') + 1);
      for (Execution execution : executions.of(machine(arn))) {
        if (Files.exists(MapRuns.directory(execution.directory(), uuid))) {
          return MapRuns.state(execution.liveMaps(), execution.directory(), uuid);
        }
      }
    }
    throw new AslException("ResourceNotFound", "Map Run Does Not Exist: '" + arn + "'");
  }

  /** From arn:…:mapRun:machine/label:uuid or arn:…:execution:machine/label:uuid. */
  private static String machine(String arn) {
    String[] parts = arn.split(":");
    parts[5] = "stateMachine";
    return String.join(":", List.of(parts).subList(0, 6)) + ":" + parts[6].replaceFirst("/.*$", "");
  }

  /** The map runs of an execution, or of a child that ran distributed maps of its own. */
  public List<MapRunState> of(String executionArn) {
    List<MapRunState> found = new ArrayList<>();
    Execution known = executions.find(executionArn);
    List<Execution> places =
        known != null
            ? List.of(known)
            : executions.of(isChild(executionArn) ? machine(executionArn) : "");
    for (Execution execution : places) {
      for (String uuid : uuids(execution.directory())) {
        MapRunState state = MapRuns.state(execution.liveMaps(), execution.directory(), uuid);
        if (state.header().executionArn().equals(executionArn)) {
          found.add(state);
        }
      }
    }
    found.sort(Comparator.comparing(state -> state.header().started()));
    return found;
  }

  private static List<String> uuids(Path directory) {
    try (Stream<Path> children = Files.list(directory)) {
      return children
          .filter(each -> Files.exists(each.resolve("children.jsonl")))
          .map(each -> each.getFileName().toString())
          .filter(name -> name.startsWith("map-"))
          .map(name -> name.substring(4))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + directory, e);
    }
  }

  static boolean isChild(String executionArn) {
    return executionArn != null
        && executionArn.contains(":execution:")
        && executionArn.split(":").length == 8
        && executionArn.split(":")[6].contains("/");
  }

  /** The map run whose child has that ARN. */
  private MapRunState parent(String childArn) {
    String name = childArn.substring(childArn.lastIndexOf(':') + 1);
    String label = childArn.split(":")[6].replaceFirst("^.*/", "");
    for (Execution execution : executions.of(machine(childArn))) {
      for (String uuid : uuids(execution.directory())) {
        if (!MapRuns.label(execution.directory(), uuid).equals(label)) {
          continue;
        }
        MapRunState state = MapRuns.state(execution.liveMaps(), execution.directory(), uuid);
        if (MapRunDescriptions.number(state, name) >= 0) {
          return state;
        }
      }
    }
    throw new AslException("ExecutionDoesNotExist", "Execution Does Not Exist: '" + childArn + "'");
  }

  ObjectNode describeChild(String arn, boolean data) {
    MapRunState state = parent(arn);
    ObjectNode answer =
        MapRunDescriptions.describeChild(state, arn.substring(arn.lastIndexOf(':') + 1), data);
    if (answer == null) {
      throw new AslException("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
    }
    return answer;
  }

  ObjectNode childHistory(JsonNode request, String arn) {
    MapRunState state = parent(arn);
    refuseExpress(state);
    int child = MapRunDescriptions.number(state, arn.substring(arn.lastIndexOf(':') + 1));
    return HistoryPages.of(request, state.journalFile(), line -> line.path("c").asInt(-1) == child);
  }

  /** EXPRESS executions have no history, and cannot be stopped. */
  private static void refuseExpress(MapRunState state) {
    if (state.header().express()) {
      throw Arns.invalid("Resource type not valid in this context: express");
    }
  }

  /**
   * Stops a STANDARD child; one that has ended stays as it is.
   *
   * @throws AslException InvalidArn where it is EXPRESS
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_MapRunExecutionCounts.html">AWS,
   *     on children that were stopped by the user</a>
   */
  ObjectNode stopChild(String arn, StateError error) {
    MapRunState state = parent(arn);
    refuseExpress(state);
    int child = MapRunDescriptions.number(state, arn.substring(arn.lastIndexOf(':') + 1));
    MapRun live = live(state);
    if (live != null) {
      Waiting.until(live.stop(child, error), Executions.STOP, "the end of " + arn);
    }
    JsonNode stopped = describeChild(arn, false).path("stopDate");
    return Json.object().set("stopDate", stopped);
  }

  /** The map run under way that has that state, or null. */
  private MapRun live(MapRunState state) {
    for (Execution execution : executions.of(machine(state.header().arn()))) {
      MapRuns maps = execution.liveMaps();
      for (MapRun run : maps == null ? List.<MapRun>of() : maps.live()) {
        if (run.state() == state) {
          return run;
        }
      }
    }
    return null;
  }

  public ObjectNode update(JsonNode request) {
    String arn = Arns.require(request, "mapRunArn", "mapRun");
    MapRunState state = require(arn);
    MapRun run = live(state);
    if (run != null) {
      run.limits(changed(state.limits(), request));
      return Json.object();
    }
    throw new AslException("ValidationException", "The map run " + arn + " is not running.");
  }

  private static Limits changed(Limits old, JsonNode request) {
    JsonNode concurrency = request.path("maxConcurrency");
    JsonNode count = request.path("toleratedFailureCount");
    JsonNode percentage = request.path("toleratedFailurePercentage");
    return new Limits(
        concurrency.isNumber() ? concurrency.intValue() : old.concurrency(),
        count.isNumber() ? Long.valueOf(count.longValue()) : old.count(),
        percentage.isNumber() ? Double.valueOf(percentage.doubleValue()) : old.percentage());
  }
}
