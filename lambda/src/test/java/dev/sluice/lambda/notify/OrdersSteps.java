package dev.sluice.lambda.notify;

import java.util.List;

/** Steps as the orders pipeline has them, without the waits. */
final class OrdersSteps {
  static final String JSON =
      """
      [{"name":"guard","after":[]},
       {"name":"validate_sales","after":["guard"]},
       {"name":"process_sales","after":["validate_sales"]},
       {"name":"crawl_shop","after":["guard"]},
       {"name":"export_tables","after":["crawl_shop"]},
       {"name":"export_products","after":["guard"]},
       {"name":"summarize_orders","after":["process_sales","export_tables","export_products"]},
       {"name":"join_sales_marketing","after":["process_sales","export_tables","export_products"]},
       {"name":"crawl_lake","after":["summarize_orders","join_sales_marketing"]},
       {"name":"mark_ingested","after":["crawl_lake"]}]""";
  static final StepList LIST = StepList.of(JSON);
  static final List<String> BRANCHES =
      List.of("validate_sales", "process_sales", "crawl_shop", "export_tables", "export_products");

  private OrdersSteps() {}
}
