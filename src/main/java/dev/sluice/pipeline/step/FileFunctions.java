package dev.sluice.pipeline.step;

import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.audit.FileState;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.core.lake.RunFiles;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.State;
import dev.sluice.pipeline.model.Site;

/** Functions and states that several steps over files share. */
final class FileFunctions {
  private FileFunctions() {}

  /** Writes a manifest of a dataset's files in one state of the audit table. */
  static State listFiles(Site site, DatasetContract dataset, FileState fileState, String step) {
    Grants grants = site.grants();
    Handler handler =
        site.handler(
            HandlerSpec.named("list-files")
                .timeout(300)
                .with(Variable.AUDIT_TABLE, site.stores().audit().getTableName())
                .with(Variable.WORK_BUCKET, site.stores().work().getBucketName())
                .with(Variable.COORDINATION_TABLE, site.stores().coordination().getTableName())
                .may(grants.queryIndex(site.stores().audit(), AuditSchema.BY_STATE))
                .may(grants.items(site.stores().audit(), "BatchGetItem"))
                .may(grants.items(site.stores().coordination(), "Query"))
                .may(grants.write(site.stores().work(), RunFiles.of("*") + RunFiles.MANIFEST)));
    return site.invoke(
        handler,
        Json.object(
            Payload.DATASET,
            dataset.name(),
            Payload.STATE,
            fileState.name(),
            Payload.EXECUTION,
            Jsonata.expression(Jsonata.EXECUTION_NAME),
            Payload.STEP,
            step));
  }

  /** Adds up what the children of a map put out. */
  static State summarize(Site site, String manifestJsonata, boolean requireSuccess) {
    Grants grants = site.grants();
    Handler handler =
        site.handler(
            HandlerSpec.named("summarize-map")
                .timeout(300)
                .may(grants.read(site.stores().work(), RunFiles.of("*", RunFiles.RESULTS) + "*")));
    return site.invoke(
        handler,
        Json.object(
            Payload.MANIFEST,
            Jsonata.expression(manifestJsonata),
            Payload.REQUIRE_SUCCESS,
            requireSuccess));
  }
}
