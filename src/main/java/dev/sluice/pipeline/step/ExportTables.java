package dev.sluice.pipeline.step;

import dev.sluice.config.Assets;
import dev.sluice.config.Settings;
import dev.sluice.config.SettingsReader;
import dev.sluice.config.Tolerance;
import dev.sluice.construct.Crawler;
import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.construct.JdbcConnection;
import dev.sluice.construct.JdbcSource;
import dev.sluice.construct.Platform;
import dev.sluice.construct.SparkJob;
import dev.sluice.construct.SparkJobSpec;
import dev.sluice.core.function.ErrorName;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.core.lake.RunFiles;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.Retry;
import dev.sluice.pipeline.asl.State;
import dev.sluice.pipeline.asl.States;
import dev.sluice.pipeline.model.Cost;
import dev.sluice.pipeline.model.Parameter;
import dev.sluice.pipeline.model.Publication;
import dev.sluice.pipeline.model.Site;
import dev.sluice.pipeline.model.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.s3.assets.Asset;

/**
 * Exports the tables that a CSV file names, each by a run of one Glue job, as children of a
 * distributed map. The file is checked before a run is spent on it.
 */
public final class ExportTables extends Step {
  private static final String JOB = "export_table";

  private final JdbcSource source;
  private final String file;
  private final Settings.Export limits;
  private final Parameter concurrency;

  /**
   * Exports from that database.
   *
   * @param file lies in {@code datasets/}
   * @param limits from the configuration, which has checked that the default concurrency is within
   *     the job's limit
   */
  public ExportTables(JdbcSource source, String file, Settings.Export limits) {
    super("export_tables");
    this.source = source;
    this.file = file;
    this.limits = limits;
    this.concurrency =
        new Parameter("exportConcurrency", limits.concurrency(), 1, SettingsReader.MOST_EXPORTS);
  }

  @Override
  public List<Publication> publishes(Assets assets) {
    return List.of(publication(assets));
  }

  private Publication publication(Assets assets) {
    return Publication.tables(source.name(), ListedTables.of(Path.of(assets.tablesFile(file))));
  }

  @Override
  public Map<String, String> advice(Platform platform) {
    return Json.texts(
        ErrorName.TABLES_FILE_INVALID,
        "Correct the list of tables as the message says, then redrive.",
        ErrorName.NOTHING_EXPORTED,
        "Remove the cause that the items share, then start a new execution of the rest: a redrive"
            + " would only count the same failures again, since the map had ended.",
        ErrorName.CONCURRENT_RUNS_EXCEEDED,
        "Too many runs of "
            + platform.physicalName(JOB)
            + " at once: raise its MaxConcurrentRuns (aws glue get-job, aws glue update-job), then"
            + " redrive; or start a new execution with a lower exportConcurrency.");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(concurrency);
  }

  @Override
  public Cost cost() {
    return Cost.transitions(4).perItem("a child of two transitions and a Glue run").andGlue();
  }

  @Override
  protected States states(Site site, String next) {
    String tables = variable("tables");
    String results = variable("results");
    return new States()
        .add(
            state("check"),
            site.invoke(
                    checker(site),
                    Json.object(
                        Payload.EXECUTION, Jsonata.expression(Jsonata.EXECUTION_NAME),
                        Payload.STEP, name(),
                        Payload.TABLES, Jsonata.expression("null")))
                .assign(tables, "$states.result.Payload")
                .output("$states.input")
                .next(name()))
        .add(
            name(),
            map(site, tables)
                .assign(results, MapFields.MANIFEST)
                .output("$states.input")
                .next(state("count")))
        .add(
            state("count"),
            FileFunctions.summarize(site, "$" + results, true)
                .output(succeeded("$states.result.Payload"))
                .next(next));
  }

  private State map(Site site, String tables) {
    site.allowMapRun(name());
    Map<String, Object> processor =
        Json.object(
            "ProcessorConfig", Json.object("Mode", "DISTRIBUTED", "ExecutionType", "STANDARD"));
    processor.putAll(new States().add(state("one table"), exportOne(site)).machine());
    Tolerance tolerated = limits.tolerated();
    return State.map()
        .with("Label", name())
        .with("MaxConcurrency", concurrency.expression())
        .with(
            tolerated.percentage() ? "ToleratedFailurePercentage" : "ToleratedFailureCount",
            tolerated.value())
        .with(
            "ItemReader",
            MapFields.reader(
                tables, Json.object("InputType", "CSV", "CSVHeaderLocation", "FIRST_ROW")))
        .with(
            "ItemSelector",
            Json.object(
                "run", Jsonata.expression(Jsonata.EXECUTION_NAME),
                "table", item("table"),
                "partitionColumn", item("partition_column"),
                "partitions", item("partitions")))
        .with("ItemProcessor", processor)
        .with("ResultWriter", MapFields.resultWriter(site, name()));
  }

  private State exportOne(Site site) {
    State run =
        site.runJob(
            job(site).jobName(),
            site.settings().glue().timeoutMinutes(),
            Json.object(
                "--run", Jsonata.expression("$states.input.run"),
                "--table", Jsonata.expression("$states.input.table"),
                "--partition-column", Jsonata.expression("$states.input.partitionColumn"),
                "--partitions", Jsonata.expression("$states.input.partitions")));
    if (limits.retries() > 0) {
      run.retry(Retry.concurrentRuns(limits.retries()));
    }
    return run.output(
            "{'table': $states.input.table, 'jobRun': $states.result.Id,"
                + " 'seconds': $states.result.ExecutionTime}")
        .next(null);
  }

  private SparkJob job(Site site) {
    Grants grants = site.grants();
    JdbcConnection connection = JdbcConnection.to(site, source);
    Publication published = publication(site.assets());
    String target = published.folder() + "*";
    return SparkJob.create(
        site,
        SparkJobSpec.running("dev.sluice.glue.ExportTable", JOB)
            .atMost(limits.maxConcurrentRuns())
            .through(connection.connectionName())
            .with("--jdbc-url", source.jdbcUrl())
            .with("--secret-arn", source.secretArn())
            .with("--step", name())
            .with("--target", published.location())
            .may(connection.permissions())
            .may(grants.list(site.stores().lake()))
            .may(grants.readFolder(site.stores().lake(), published.folder()))
            .may(grants.writeInParts(site.stores().lake(), target))
            .may(grants.delete(site.stores().lake(), target))
            .may(grants.writeInParts(site.stores().work(), RunFiles.of("*", name()) + "*")));
  }

  private Handler checker(Site site) {
    Grants grants = site.grants();
    Asset tables = SparkJob.upload(site, site.assets().tablesFile(file));
    return site.handler(
        HandlerSpec.named("check-tables")
            .with(Variable.TABLES_BUCKET, tables.getS3BucketName())
            .with(Variable.TABLES_KEY, tables.getS3ObjectKey())
            .with(Variable.WORK_BUCKET, site.stores().work().getBucketName())
            .with(Variable.GLUE_DATABASE, Crawler.database(site))
            .may(Grants.readAsset(tables))
            .may(Grants.statement(List.of("glue:GetTables"), Crawler.catalogArns(site)))
            .may(grants.write(site.stores().work(), RunFiles.of("*", name()) + "*")));
  }

  private static String item(String column) {
    return Jsonata.expression("$states.context.Map.Item.Value." + column);
  }
}
