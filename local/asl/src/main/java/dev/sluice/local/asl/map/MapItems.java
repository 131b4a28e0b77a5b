package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.definition.MapState;
import dev.sluice.local.asl.run.Attempt;
import dev.sluice.local.asl.run.Pairs;
import dev.sluice.local.asl.run.RunIdentity;
import dev.sluice.local.asl.run.World;
import dev.sluice.local.base.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the items of a map run and writes the children's inputs to disk. May block. */
final class MapItems {
  private final World world;

  MapItems(World world) {
    this.world = world;
  }

  /** What Map.Item.Source says of items that come from the state's input. */
  static String source(MapState state, MapPlan plan) {
    return plan.readerArguments() == null
        ? "STATE_DATA"
        : ItemReader.source(state.distributed().reader().lists(), plan.readerArguments());
  }

  /**
   * @throws IOException where the items cannot be read
   */
  ItemsFile write(Attempt attempt, MapState state, MapPlan plan, Path directory)
      throws IOException {
    OwnerOnly.directories(directory);
    String source = source(state, plan);
    try (ItemSource items = open(attempt, state, plan);
        ItemsFile.Writer file = new ItemsFile.Writer(directory.resolve(MapRunState.ITEMS))) {
      Batches batches = new Batches(file, plan.batching());
      long index = 0;
      for (JsonNode item = items.next(); item != null; item = items.next()) {
        batches.add(selected(attempt, state, item, index, items.pairs(), source));
        index++;
        if (plan.maxItems() > 0 && index >= plan.maxItems()) {
          break;
        }
      }
      batches.finish();
      return file.finish();
    }
  }

  private ItemSource open(Attempt attempt, MapState state, MapPlan plan) throws IOException {
    if (plan.items() != null) {
      return NodesSource.of(plan.items());
    }
    boolean lists = state.distributed().reader().lists();
    RunIdentity identity = attempt.run().identity();
    return new ItemReader(world.objects().as(identity.roleArn(), identity.arn()), world.account())
        .open(lists, plan.readerArguments(), plan.readerConfig());
  }

  private static JsonNode selected(
      Attempt attempt, MapState state, JsonNode value, long index, boolean pair, String source) {
    if (state.itemSelector() == null) {
      return value;
    }
    ObjectNode item = Pairs.context(value, index, pair);
    item.put("Source", source);
    return state.itemSelector().evaluate(attempt.scope(item), "ItemSelector");
  }
}
