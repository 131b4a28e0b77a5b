package dev.sluice.pipeline.step;

import dev.sluice.config.Assets;
import dev.sluice.construct.Grants;
import dev.sluice.construct.SparkJob;
import dev.sluice.construct.SparkJobSpec;
import dev.sluice.core.audit.FileState;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.lake.RunFiles;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.Retry;
import dev.sluice.pipeline.asl.State;
import dev.sluice.pipeline.asl.States;
import dev.sluice.pipeline.model.Cost;
import dev.sluice.pipeline.model.Publication;
import dev.sluice.pipeline.model.Site;
import dev.sluice.pipeline.model.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Stack;

/**
 * Runs a file of Spark SQL as a Glue job. One that works on a dataset first writes down which VALID
 * files it is about to read, so that exactly those are marked as ingested afterwards.
 */
public final class RunSql extends Step {
  /** Jobs overwrite their output: one run at a time, and another is worth waiting for. */
  private static final int PATIENCE = 12;

  private final DatasetContract dataset;

  private RunSql(String name, DatasetContract dataset) {
    super(name);
    this.dataset = dataset;
  }

  /** Runs {@code glue-scripts/sql/<name>.sql}. */
  public static RunSql named(String name) {
    return new RunSql(name, null);
  }

  /** Runs {@code glue-scripts/sql/process_<dataset>.sql} over the dataset's raw files. */
  public static RunSql over(DatasetContract dataset) {
    return new RunSql("process_" + dataset.name(), dataset);
  }

  @Override
  public List<DatasetContract> datasets() {
    return dataset == null ? List.of() : List.of(dataset);
  }

  @Override
  public Optional<DatasetContract> ingests() {
    return Optional.ofNullable(dataset);
  }

  @Override
  public List<Publication> publishes(Assets assets) {
    return SqlFile.of(assets.sql(name())).publications();
  }

  @Override
  public Cost cost() {
    return Cost.transitions(dataset == null ? 2 : 3).andGlue();
  }

  @Override
  protected States states(Site site, String next) {
    States states = new States();
    if (dataset != null) {
      states.add(
          state("list files"),
          FileFunctions.listFiles(site, dataset, FileState.VALID, name())
              .output("$states.input")
              .next(name()));
    }
    return states.add(name(), run(site).next(next));
  }

  private State run(Site site) {
    Grants grants = site.grants();
    String[] written =
        publishes(site.assets()).stream()
            .map(publication -> publication.folder() + "*")
            .toArray(String[]::new);
    SparkJob job =
        SparkJob.create(
            site,
            SparkJobSpec.running("dev.sluice.glue.SqlJob", name())
                .withFile("--sql", SparkJob.upload(site, site.assets().sql(name())))
                .with("--step", name())
                .with("--inputs", inputs(site))
                .may(grants.read(site.stores().lake(), "*"))
                .may(grants.list(site.stores().lake()))
                .may(grants.writeInParts(site.stores().lake(), written))
                .may(grants.delete(site.stores().lake(), written))
                .may(grants.writeInParts(site.stores().work(), RunFiles.of("*", name()) + "*")));
    return site.runJob(job.jobName(), site.settings().glue().timeoutMinutes(), runArguments())
        .retry(Retry.concurrentRuns(PATIENCE))
        .output(succeeded("{'jobRun': $states.result.Id}"));
  }

  private static String inputs(Site site) {
    return Stack.of(site.scope()).toJsonString(site.publications().json());
  }

  private static Map<String, Object> runArguments() {
    return Json.object(
        "--run", Jsonata.expression(Jsonata.EXECUTION_NAME),
        "--parameters", Jsonata.expression("$string($parameters)"));
  }
}
