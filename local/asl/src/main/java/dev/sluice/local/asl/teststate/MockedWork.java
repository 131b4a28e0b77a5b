package dev.sluice.local.asl.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.definition.MapState;
import dev.sluice.local.asl.definition.ParallelState;
import dev.sluice.local.asl.definition.TaskState;
import dev.sluice.local.asl.run.Attempt;
import dev.sluice.local.asl.run.Pairs;
import dev.sluice.local.asl.run.Payload;
import dev.sluice.local.base.json.Json;
import java.util.List;
import java.util.function.Consumer;

/** A mocked state evaluates its fields as ever, and has its result or error from the mock. */
final class MockedWork implements Consumer<Attempt> {
  private final Mock mock;
  private final ObjectNode inspection;

  /**
   * @param inspection where the values of its fields are noted
   */
  MockedWork(Mock mock, ObjectNode inspection) {
    this.mock = mock;
    this.inspection = inspection;
  }

  @Override
  public void accept(Attempt attempt) {
    JsonNode input = attempt.visit().input().json();
    if (attempt.visit().state() instanceof TaskState task) {
      note("afterArguments", attempt.evaluate(task.arguments(), "Arguments", input));
    } else if (attempt.visit().state() instanceof ParallelState parallel) {
      note("afterArguments", attempt.evaluate(parallel.arguments(), "Arguments", input));
    } else if (attempt.visit().state() instanceof MapState map) {
      items(attempt, map, input);
    }
    if (mock.error() != null) {
      attempt.fail(mock.error());
    } else {
      note("result", mock.result());
      attempt.succeed(new Payload(mock.result()));
    }
  }

  private void items(Attempt attempt, MapState map, JsonNode input) {
    if (map.itemSelector() == null) {
      return;
    }
    JsonNode items = attempt.evaluate(map.items(), "Items", input);
    List<JsonNode> elements = Pairs.elements(items);
    ArrayNode selected = Json.array();
    for (int i = 0; i < elements.size(); i++) {
      JsonNode item = Pairs.context(elements.get(i), i, items.isObject());
      selected.add(map.itemSelector().evaluate(attempt.scope(item), "ItemSelector"));
    }
    note("afterItemSelector", selected);
  }

  private void note(String field, JsonNode value) {
    inspection.put(field, Json.text(value));
  }
}
