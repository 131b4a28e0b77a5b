package dev.sluice.pipeline.step;

import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.core.function.ErrorName;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.core.lake.Zones;
import dev.sluice.core.plan.StateName;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.State;
import dev.sluice.pipeline.asl.States;
import dev.sluice.pipeline.model.Site;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a child of the validating map does with its batch. Where the validator breaks (an exception,
 * a timeout, no memory), its files are validated one by one, and the one on which it breaks again
 * is quarantined; the rest goes on.
 *
 * <p>The quarantine looks at the error: where AWS is at fault (throttling, a bucket or a permission
 * that is missing), no file is to blame. It then refuses, so that the child and the step fail.
 */
final class ValidateBatch {
  private static final List<String> VALIDATOR_BROKE =
      List.of(ErrorName.TASK_FAILED, ErrorName.TIMEOUT);

  private final String step;
  private final Site site;

  ValidateBatch(String step, Site site) {
    this.step = step;
    this.site = site;
  }

  States states() {
    return new States()
        .add(
            name("batch"),
            site.invoke(validator(), Jsonata.expression("$states.input"))
                .catching(VALIDATOR_BROKE, "$states.input", name("one by one"))
                .output("$states.result.Payload")
                .next(null))
        .add(
            name("one by one"),
            State.map()
                .with("Items", Jsonata.expression("$states.input.Items"))
                .with("MaxConcurrency", 1)
                .with(
                    "ItemSelector",
                    Json.object(
                        Payload.BATCH_INPUT,
                        Jsonata.expression("$states.input.BatchInput"),
                        "Items",
                        List.of(Jsonata.expression("$states.context.Map.Item.Value"))))
                .with("ItemProcessor", alone())
                .output(
                    Validate.counts().stream()
                        .map(c -> "'%s': $sum([0, $states.result.%s])".formatted(c, c))
                        .collect(Collectors.joining(", ", "{", "}")))
                .next(null));
  }

  private Map<String, Object> alone() {
    Map<String, Object> processor = Json.object("ProcessorConfig", Json.object("Mode", "INLINE"));
    States states =
        new States()
            .add(
                name("alone"),
                site.invoke(validator(), Jsonata.expression("$states.input"))
                    .catching(
                        VALIDATOR_BROKE,
                        "$merge([$states.input, {'failure': {"
                            + "'error': $states.errorOutput.Error,"
                            + " 'cause': $exists($states.errorOutput.Cause)"
                            + " ? $states.errorOutput.Cause : ''}}])",
                        name("quarantine"))
                    .output("$states.result.Payload")
                    .next(null))
            .add(
                name("quarantine"),
                site.invoke(
                        quarantine(),
                        Json.object(
                            Payload.EXECUTION,
                                Jsonata.expression("$states.input.BatchInput.execution"),
                            Payload.STEP, Jsonata.expression("$states.input.BatchInput.step"),
                            Payload.FILE, Jsonata.expression("$states.input.Items[0]"),
                            Payload.ERROR, Jsonata.expression("$states.input.failure.error"),
                            Payload.CAUSE, Jsonata.expression("$states.input.failure.cause")))
                    .output("$states.result.Payload")
                    .next(null));
    processor.putAll(states.machine());
    return processor;
  }

  private String name(String detail) {
    return StateName.detail(step, detail);
  }

  private Handler validator() {
    return site.handler(
        fileMover("validate-files")
            .memory(1024)
            .timeout(600)
            .startsFromSnapshot()
            // What a key shows, not what it once was: a deleted file is not validated.
            .may(site.grants().read(site.stores().landing(), "*"))
            .may(site.grants().writeInParts(site.stores().lake(), Zones.RAW + "*")));
  }

  private Handler quarantine() {
    return site.handler(fileMover("quarantine-file").timeout(120));
  }

  /** What it takes to move a file out of the landing bucket and to say so. */
  private HandlerSpec fileMover(String name) {
    Grants grants = site.grants();
    return HandlerSpec.named(name)
        .with(Variable.AUDIT_TABLE, site.stores().audit().getTableName())
        .with(Variable.COORDINATION_TABLE, site.stores().coordination().getTableName())
        .with(Variable.FAILED_BUCKET, site.stores().failed().getBucketName())
        .with(Variable.LAKE_BUCKET, site.stores().lake().getBucketName())
        .with(Variable.ALERTS_TOPIC, site.stores().invalidFiles().getTopicArn())
        .with(Variable.PIPELINE, site.part())
        .may(grants.items(site.stores().audit(), "GetItem", "UpdateItem"))
        .may(grants.items(site.stores().coordination(), "PutItem", "UpdateItem", "DeleteItem"))
        .may(grants.readVersions(site.stores().landing(), "*"))
        .may(grants.list(site.stores().landing()))
        .may(grants.deleteVersions(site.stores().landing(), "*"))
        .may(grants.writeInParts(site.stores().failed(), "*"))
        .may(grants.publish(site.stores().invalidFiles()));
  }
}
