package dev.sluice.core.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Steps as the orders pipeline has them, without the waits. */
public final class OrdersSteps {
  public static final List<String> BRANCHES =
      List.of("validate_sales", "process_sales", "crawl_shop", "export_tables", "export_products");
  public static final StepOrder ORDER = order();

  private OrdersSteps() {}

  private static StepOrder order() {
    List<String> ends = List.of("process_sales", "export_tables", "export_products");
    Map<String, List<String>> after = new LinkedHashMap<>();
    after.put("guard", List.of());
    after.put("validate_sales", List.of("guard"));
    after.put("process_sales", List.of("validate_sales"));
    after.put("crawl_shop", List.of("guard"));
    after.put("export_tables", List.of("crawl_shop"));
    after.put("export_products", List.of("guard"));
    after.put("summarize_orders", ends);
    after.put("join_sales_marketing", ends);
    after.put("crawl_lake", List.of("summarize_orders", "join_sales_marketing"));
    after.put("mark_ingested", List.of("crawl_lake"));
    return new StepOrder(after);
  }
}
