package dev.sluice.stack;

import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.construct.Platform;
import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.function.Variable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * Sums up the invalid files of an execution in one mail a dataset. From outside the run: the files
 * of a run that failed or was stopped are told of, too.
 */
final class InvalidFilesMails extends Construct {
  /** With the datasets that the pipeline validates. */
  InvalidFilesMails(
      Construct scope,
      Platform platform,
      StateMachine machine,
      Collection<DatasetContract> datasets) {
    super(scope, "InvalidFilesMails");
    Handler summarizer = summarizer(platform, datasets);
    EndedExecutions.call(
        this,
        "Ended",
        summarizer,
        platform,
        machine,
        "ended: mail its invalid files",
        "executions with invalid files",
        List.of("SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"));
  }

  private static Handler summarizer(Platform platform, Collection<DatasetContract> datasets) {
    Grants grants = platform.grants();
    return platform.handler(
        HandlerSpec.named("summarize-invalid-files")
            .timeout(120)
            .with(Variable.AUDIT_TABLE, platform.stores().audit().getTableName())
            .with(Variable.COORDINATION_TABLE, platform.stores().coordination().getTableName())
            .with(Variable.ALERTS_TOPIC, platform.stores().invalidFiles().getTopicArn())
            .with(Variable.PIPELINE, platform.part())
            .with(
                Variable.DATASETS,
                datasets.stream().map(DatasetContract::name).collect(Collectors.joining(",")))
            .may(grants.queryIndex(platform.stores().audit(), AuditSchema.BY_STATE))
            .may(grants.items(platform.stores().audit(), "BatchGetItem", "UpdateItem"))
            .may(
                grants.items(
                    platform.stores().coordination(),
                    "Query",
                    "PutItem",
                    "UpdateItem",
                    "DeleteItem"))
            .may(grants.publish(platform.stores().invalidFiles())));
  }
}
