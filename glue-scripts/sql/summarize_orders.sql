-- Revenue by day and category: what customers ordered, without cancelled orders.
--
-- How to change it: edit the statements below, nothing else; `./sluice start orders --only summarize_orders`
-- runs just this.
--   shop_orders, shop_order_items   tables of the shop's database, copied by the step export_tables
--   products                        the product catalog, copied by the step export_products
--   ${lake}                         where the lake lies; ${name} gives any other parameter of the run
-- A statement ends with ; and what it writes replaces the earlier content of that directory.

INSERT OVERWRITE DIRECTORY '${lake}/curated/revenue_by_day_and_category'
USING parquet
SELECT
  CAST(orders.placed_at AS date) AS date,
  COALESCE(catalog.category, 'unknown') AS category,
  COUNT(DISTINCT orders.order_id) AS orders,
  SUM(items.quantity) AS units,
  SUM(items.amount) AS revenue
FROM shop_orders AS orders
JOIN shop_order_items AS items
  ON items.order_id = orders.order_id
-- LEFT: what the catalog does not know was sold all the same.
LEFT JOIN products AS catalog
  ON CAST(catalog.product_id AS bigint) = items.product_id
WHERE orders.status <> 'cancelled'
GROUP BY ALL
ORDER BY date, category;
