package dev.sluice.pipeline;

import static dev.sluice.pipeline.Pipelines.branch;
import static dev.sluice.pipeline.Pipelines.guard;
import static dev.sluice.pipeline.Pipelines.markIngested;
import static dev.sluice.pipeline.Pipelines.parallel;
import static dev.sluice.pipeline.Pipelines.pipeline;
import static dev.sluice.pipeline.Pipelines.process;
import static dev.sluice.pipeline.Pipelines.sql;
import static dev.sluice.pipeline.Pipelines.validate;

/** The flagship: a shop's data lake. */
public final class OrdersPipeline {
  private OrdersPipeline() {}

  /** The pipeline over these datasets. */
  public static Pipeline of(Dataset sales, Dataset marketing) {
    return pipeline(
        "orders",
        guard(),
        parallel(
            branch(validate(sales), process(sales)),
            branch(validate(marketing), process(marketing))),
        sql("join_sales_marketing"),
        markIngested());
  }
}
