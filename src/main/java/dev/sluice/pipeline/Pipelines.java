package dev.sluice.pipeline;

import dev.sluice.config.Settings;
import dev.sluice.construct.HttpSource;
import dev.sluice.construct.ItemTable;
import dev.sluice.construct.JdbcSource;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.pipeline.model.Part;
import dev.sluice.pipeline.model.Pipeline;
import dev.sluice.pipeline.model.Step;
import dev.sluice.pipeline.step.Await;
import dev.sluice.pipeline.step.Crawl;
import dev.sluice.pipeline.step.ExportItems;
import dev.sluice.pipeline.step.ExportTables;
import dev.sluice.pipeline.step.Guard;
import dev.sluice.pipeline.step.Load;
import dev.sluice.pipeline.step.MarkIngested;
import dev.sluice.pipeline.step.RunSql;
import dev.sluice.pipeline.step.Validate;
import java.util.List;

/** The vocabulary in which a pipeline is written; made for static import. */
public final class Pipelines {
  private Pipelines() {}

  /** A pipeline of parts after each other. */
  public static Pipeline pipeline(String name, Part... parts) {
    return new Pipeline(name, Part.sequence(List.of(parts)));
  }

  /** Parts beside each other. */
  public static Part parallel(Part... branches) {
    return Part.parallel(List.of(branches));
  }

  /** Parts after each other, as one branch of a parallel. */
  public static Part branch(Part... parts) {
    return Part.sequence(List.of(parts));
  }

  /** Refuses to start beside an older execution of the pipeline. */
  public static Step guard() {
    return new Guard();
  }

  /** Waits until a file of a dataset has arrived. */
  public static Step await(DatasetContract dataset) {
    return new Await(dataset);
  }

  /** Validates the files of a dataset that arrived. */
  public static Step validate(DatasetContract dataset) {
    return new Validate(dataset);
  }

  /** Runs the SQL of {@code glue-scripts/sql/process_<dataset>.sql} over a dataset's raw files. */
  public static Step process(DatasetContract dataset) {
    return RunSql.over(dataset);
  }

  /** Takes in a dataset's files: awaits one, validates what has come, processes what is valid. */
  public static Part ingest(DatasetContract dataset) {
    return branch(await(dataset), validate(dataset), process(dataset));
  }

  /** Runs the SQL of {@code glue-scripts/sql/<name>.sql}. */
  public static Step sql(String name) {
    return RunSql.named(name);
  }

  /** Reads the schema of a database into the catalog. */
  public static Step crawl(JdbcSource source) {
    return Crawl.database(source);
  }

  /** Fetches the feeds of an HTTP API into the raw zone. */
  public static Step load(HttpSource source) {
    return new Load(source);
  }

  /** Reads the schemas of what the pipeline leaves in the lake into the catalog. */
  public static Step crawlLake() {
    return Crawl.lake();
  }

  /** Exports the tables that {@code datasets/<file>} names into the raw zone. */
  public static Step exportTables(JdbcSource source, String file, Settings.Export limits) {
    return new ExportTables(source, file, limits);
  }

  /** Exports the items of a DynamoDB table, read in so many segments, into the raw zone. */
  public static Step exportItems(ItemTable table, int segments) {
    return new ExportItems(table, segments);
  }

  /** Marks the files that this run's process steps read as ingested. */
  public static Step markIngested() {
    return new MarkIngested();
  }
}
