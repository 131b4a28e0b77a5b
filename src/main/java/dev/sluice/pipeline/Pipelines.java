package dev.sluice.pipeline;

import dev.sluice.pipeline.step.Guard;
import dev.sluice.pipeline.step.MarkIngested;
import dev.sluice.pipeline.step.RunSql;
import dev.sluice.pipeline.step.Validate;
import java.util.List;

/** The vocabulary in which a pipeline is written; made for static import. */
public final class Pipelines {
  private Pipelines() {}

  /** A pipeline of parts after each other. */
  public static Pipeline pipeline(String name, Part... parts) {
    return new Pipeline(name, new Sequence(List.of(parts)));
  }

  /** Parts beside each other. */
  public static Part parallel(Part... branches) {
    return new Parallel(List.of(branches));
  }

  /** Parts after each other, as one branch of a parallel. */
  public static Part branch(Part... parts) {
    return new Sequence(List.of(parts));
  }

  /** Refuses to start beside an older execution of the pipeline. */
  public static Step guard() {
    return new Guard();
  }

  /** Validates the files of a dataset that arrived. */
  public static Step validate(Dataset dataset) {
    return new Validate(dataset);
  }

  /** Runs the SQL of {@code glue-scripts/sql/process_<dataset>.sql} over a dataset's raw files. */
  public static Step process(Dataset dataset) {
    return RunSql.over(dataset);
  }

  /** Runs the SQL of {@code glue-scripts/sql/<name>.sql}. */
  public static Step sql(String name) {
    return RunSql.named(name);
  }

  /** Marks the files that this run's process steps read as ingested. */
  public static Step markIngested() {
    return new MarkIngested();
  }
}
