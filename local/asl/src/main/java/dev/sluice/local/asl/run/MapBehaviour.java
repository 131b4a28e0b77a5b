package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.definition.MapState;
import dev.sluice.local.asl.jsonata.QueryError;
import dev.sluice.local.base.json.Json;
import java.util.List;
import java.util.Locale;

/** Map; a distributed one is the map runs' business. */
final class MapBehaviour implements Behaviour {
  /** What AWS runs at most at a time where a definition does not say. */
  private static final int CONCURRENCY = 40;

  @Override
  public void run(Attempt attempt) {
    MapState state = (MapState) attempt.visit().state();
    if (state.distributed() != null) {
      attempt.run().maps().start(attempt, state);
      return;
    }
    JsonNode items = attempt.evaluate(state.items(), "Items", attempt.visit().input().json());
    if (!items.isContainerNode()) {
      throw new QueryError(
          "Items",
          "The Items of the state '"
              + state.name()
              + "' must be an array or object, found "
              + items.getNodeType().name().toLowerCase(Locale.ROOT)
              + ".");
    }
    int concurrency = concurrency(attempt, state);
    if (attempt.record() == null) {
      attempt.event(
          "MapStateStarted",
          Json.object().put("length", items.size()),
          Json.object().put("a", attempt.number()));
    }
    new Group(
            attempt,
            new Iterations(attempt, state, Pairs.elements(items), items.isObject()),
            items.size(),
            concurrency)
        .start();
  }

  private static int concurrency(Attempt attempt, MapState state) {
    JsonNode value = attempt.evaluate(state.maxConcurrency(), "MaxConcurrency", null);
    if (value == null) {
      return CONCURRENCY;
    }
    long whole = Numbers.whole(value, "MaxConcurrency", 0, Integer.MAX_VALUE);
    return whole == 0 ? CONCURRENCY : (int) whole;
  }

  private record Iterations(Attempt attempt, MapState state, List<JsonNode> items, boolean pairs)
      implements Group.Kind {
    private ObjectNode item(int index) {
      return Pairs.context(items.get(index), index, pairs);
    }

    @Override
    public Flow flow(int index, long previous, Flow.Ending ending) {
      return new Flow(
          attempt.run(),
          attempt.flow(),
          Group.id(attempt, index),
          state.processor(),
          item(index),
          previous,
          ending);
    }

    @Override
    public Payload input(int index) {
      return new Payload(
          state.itemSelector() == null
              ? items.get(index)
              : state.itemSelector().evaluate(attempt.scope(item(index)), "ItemSelector"));
    }

    @Override
    public String type() {
      return "MapState";
    }

    @Override
    public void started(Flow flow, int index) {
      flow.event("MapIterationStarted", details(index), null);
    }

    @Override
    public void ended(Flow flow, int index, String what, long after) {
      flow.aside("MapIteration" + what, details(index), after);
    }

    private ObjectNode details(int index) {
      return Json.object().put("name", state.name()).put("index", index);
    }
  }
}
