package dev.sluice.demo.shop;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the rows of one table, each value in the order of the columns in tables.sql. */
@FunctionalInterface
interface TableRows {
  void write(ShopPlan plan, CopyRows rows) throws IOException;

  /** Every table of the shop, in the order in which they are filled. */
  static Map<String, TableRows> all() {
    Map<String, TableRows> all = new LinkedHashMap<>();
    all.put("categories", GoodsTables::categories);
    all.put("suppliers", PeopleTables::suppliers);
    all.put("products", GoodsTables::products);
    all.put("customers", PeopleTables::customers);
    all.put("addresses", PeopleTables::addresses);
    all.put("orders", OrderTables::orders);
    all.put("order_items", OrderTables::orderItems);
    all.put("payments", OrderTables::payments);
    all.put("shipments", OrderTables::shipments);
    all.put("returns", AfterSalesTables::returns);
    all.put("reviews", AfterSalesTables::reviews);
    all.put("inventory", GoodsTables::inventory);
    return all;
  }
}
