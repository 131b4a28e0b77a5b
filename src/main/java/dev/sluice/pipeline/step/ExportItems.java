package dev.sluice.pipeline.step;

import dev.sluice.config.Assets;
import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.construct.ItemTable;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.core.lake.Zones;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.State;
import dev.sluice.pipeline.asl.States;
import dev.sluice.pipeline.model.Cost;
import dev.sluice.pipeline.model.Publication;
import dev.sluice.pipeline.model.Site;
import dev.sluice.pipeline.model.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Exports the items of a DynamoDB table by segments of a parallel scan. A segment that does not fit
 * into one invocation goes on from its last key in the next.
 */
public final class ExportItems extends Step {
  private final ItemTable table;
  private final int segments;

  /** Exports that table in so many segments. */
  public ExportItems(ItemTable table, int segments) {
    super("export_" + table.name());
    this.table = table;
    this.segments = segments;
  }

  @Override
  public List<Publication> publishes(Assets assets) {
    return List.of(Publication.table(table.name(), target(), "json"));
  }

  private String target() {
    return Zones.raw(table.name());
  }

  @Override
  public Cost cost() {
    return Cost.transitions(2).perItem("three transitions a segment and page");
  }

  @Override
  protected States states(Site site, String next) {
    Map<String, Object> processor = Json.object("ProcessorConfig", Json.object("Mode", "INLINE"));
    processor.putAll(oneSegment(site).machine());
    return new States()
        .add(
            name(),
            State.map()
                .with("Items", IntStream.range(0, segments).boxed().toList())
                .with("MaxConcurrency", segments)
                .with(
                    "ItemSelector",
                    Json.object(
                        Payload.EXECUTION,
                        Jsonata.expression(Jsonata.EXECUTION_NAME),
                        Payload.SEGMENT,
                        Jsonata.expression("$states.context.Map.Item.Value"),
                        Payload.SEGMENTS,
                        segments,
                        Payload.START_KEY,
                        Jsonata.expression("null"),
                        Payload.PAGE,
                        0,
                        "items",
                        0))
                .with("ItemProcessor", processor)
                .output(succeeded("{'items': $sum([0, $states.result.items])}"))
                .next(next));
  }

  private States oneSegment(Site site) {
    return new States()
        .add(
            state("segment"),
            site.invoke(handler(site), Jsonata.expression("$states.input"))
                .output("$merge([$states.input, $states.result.Payload])")
                .next(state("segment done?")))
        .add(
            state("segment done?"),
            State.choice()
                .when("$states.input.done", state("segment done"))
                .otherwise(state("segment")))
        .add(
            state("segment done"),
            State.pass().output("{'items': $states.input.items}").next(null));
  }

  private Handler handler(Site site) {
    Grants grants = site.grants();
    String target = target() + "*";
    return site.handler(
        HandlerSpec.named("export-" + table.name(), "ExportItems")
            .memory(1024)
            .timeout(300)
            .with(Variable.ITEM_TABLE, table.tableName())
            .with(Variable.TARGET_FOLDER, target())
            .with(Variable.LAKE_BUCKET, site.stores().lake().getBucketName())
            .may(table.scan())
            .may(grants.list(site.stores().lake()))
            .may(grants.write(site.stores().lake(), target))
            .may(grants.delete(site.stores().lake(), target)));
  }
}
