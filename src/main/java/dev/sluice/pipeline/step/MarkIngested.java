package dev.sluice.pipeline.step;

import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.core.lake.RunFiles;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.States;
import dev.sluice.pipeline.model.Cost;
import dev.sluice.pipeline.model.Site;
import dev.sluice.pipeline.model.Step;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Marks the files that this run's process steps read as INGESTED. */
public final class MarkIngested extends Step {
  /** The step. */
  public MarkIngested() {
    super("mark_ingested");
  }

  @Override
  public Cost cost() {
    return Cost.transitions(2);
  }

  @Override
  protected States states(Site site, String next) {
    Grants grants = site.grants();
    Handler handler =
        site.handler(
            HandlerSpec.named("mark-ingested")
                .timeout(600)
                .with(Variable.AUDIT_TABLE, site.stores().audit().getTableName())
                .with(Variable.WORK_BUCKET, site.stores().work().getBucketName())
                .may(grants.items(site.stores().audit(), "UpdateItem"))
                .may(grants.read(site.stores().work(), RunFiles.of("*") + RunFiles.MANIFEST))
                .may(grants.list(site.stores().work())));
    return new States()
        .add(
            name(),
            site.invoke(
                    handler,
                    Json.object(
                        Payload.EXECUTION, Jsonata.expression(Jsonata.EXECUTION_NAME),
                        Payload.STEPS, Jsonata.expression(processed(site))))
                .output(succeeded("$states.result.Payload"))
                .next(next));
  }

  /** Step to dataset, of the process steps that are part of this run. */
  private static String processed(Site site) {
    Stream<String> none = Stream.of("{}");
    return Stream.concat(
            none,
            site.steps().stream()
                .flatMap(
                    step ->
                        step.ingests().stream()
                            .map(
                                dataset ->
                                    "$plan.%s ? {'%s': '%s'} : {}"
                                        .formatted(step.name(), step.name(), dataset.name()))))
        .collect(Collectors.joining(", ", "$merge([", "])"));
  }
}
