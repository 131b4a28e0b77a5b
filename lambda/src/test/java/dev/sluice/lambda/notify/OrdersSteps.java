package dev.sluice.lambda.notify;

/** Steps as the orders pipeline has them, without the waits. */
final class OrdersSteps {
  static final String JSON =
      """
      [{"name":"guard","after":[],"advice":{"dev.sluice.error.PipelineAlreadyRunning":
          "Wait until the other execution has ended, then redrive this one."}},
       {"name":"validate_sales","after":["guard"]},
       {"name":"process_sales","after":["validate_sales"]},
       {"name":"crawl_shop","after":["guard"]},
       {"name":"export_tables","after":["crawl_shop"],"advice":{
          "Glue.ConcurrentRunsExceededException":"Too many runs of sluice-orders-export_table at once: raise its MaxConcurrentRuns (aws glue get-job, aws glue update-job), then redrive; or start a new execution with a lower exportConcurrency."}},
       {"name":"export_products","after":["guard"]},
       {"name":"summarize_orders","after":["process_sales","export_tables","export_products"]},
       {"name":"join_sales_marketing","after":["process_sales","export_tables","export_products"]},
       {"name":"crawl_lake","after":["summarize_orders","join_sales_marketing"]},
       {"name":"mark_ingested","after":["crawl_lake"]}]""";

  private OrdersSteps() {}
}
