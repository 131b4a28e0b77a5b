package dev.sluice.pipeline;

import static dev.sluice.pipeline.Pipelines.await;
import static dev.sluice.pipeline.Pipelines.branch;
import static dev.sluice.pipeline.Pipelines.crawl;
import static dev.sluice.pipeline.Pipelines.crawlLake;
import static dev.sluice.pipeline.Pipelines.exportItems;
import static dev.sluice.pipeline.Pipelines.exportTables;
import static dev.sluice.pipeline.Pipelines.guard;
import static dev.sluice.pipeline.Pipelines.markIngested;
import static dev.sluice.pipeline.Pipelines.parallel;
import static dev.sluice.pipeline.Pipelines.pipeline;
import static dev.sluice.pipeline.Pipelines.process;
import static dev.sluice.pipeline.Pipelines.sql;
import static dev.sluice.pipeline.Pipelines.validate;

import dev.sluice.config.Settings;
import dev.sluice.construct.JdbcSource;
import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;

/** The flagship: a shop's data lake. */
public final class OrdersPipeline {
  private OrdersPipeline() {}

  /** The pipeline over these contracts and this database. */
  public static Pipeline of(Contracts contracts, JdbcSource shop, Settings settings) {
    DatasetContract sales = contracts.get("sales");
    DatasetContract marketing = contracts.get("marketing");
    return pipeline(
        "orders",
        guard(),
        parallel(
            branch(await(sales), validate(sales), process(sales)),
            branch(await(marketing), validate(marketing), process(marketing)),
            branch(crawl(shop), exportTables(shop, "tables.csv", settings.export())),
            exportItems(settings.export().segments())),
        parallel(sql("join_sales_marketing"), sql("summarize_orders")),
        crawlLake(),
        markIngested());
  }
}
