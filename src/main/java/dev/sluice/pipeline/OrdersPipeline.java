package dev.sluice.pipeline;

import static dev.sluice.pipeline.Pipelines.branch;
import static dev.sluice.pipeline.Pipelines.crawl;
import static dev.sluice.pipeline.Pipelines.crawlLake;
import static dev.sluice.pipeline.Pipelines.exportItems;
import static dev.sluice.pipeline.Pipelines.exportTables;
import static dev.sluice.pipeline.Pipelines.guard;
import static dev.sluice.pipeline.Pipelines.ingest;
import static dev.sluice.pipeline.Pipelines.markIngested;
import static dev.sluice.pipeline.Pipelines.parallel;
import static dev.sluice.pipeline.Pipelines.pipeline;
import static dev.sluice.pipeline.Pipelines.sql;

import dev.sluice.config.Settings;
import dev.sluice.construct.JdbcSource;
import dev.sluice.pipeline.model.Pipeline;

/** The flagship: a shop's data lake. */
final class OrdersPipeline {
  static final String NAME = "orders";

  private OrdersPipeline() {}

  static Pipeline of(Sources sources) {
    JdbcSource shop = sources.shop();
    Settings.Export export = sources.settings().export();
    return pipeline(
        NAME,
        guard(),
        parallel(
            ingest(sources.dataset("sales")),
            ingest(sources.dataset("marketing")),
            branch(crawl(shop), exportTables(shop, "tables.csv", export)),
            exportItems(sources.products(), export.segments())),
        parallel(sql("join_sales_marketing"), sql("summarize_orders")),
        crawlLake(),
        markIngested());
  }
}
