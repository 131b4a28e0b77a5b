-- Leads by day: what the sales team's new leads promise.
--
-- How to change it: edit the statements below, nothing else; `./sluice run orders` shows the result.
--   sales       the validated sales files: columns and types as in datasets/sales.yaml ("as" names)
--   ${lake}     where the lake lies; ${name} gives any other parameter of the run
-- A statement ends with ; and what it writes replaces the earlier content of that directory.

INSERT OVERWRITE DIRECTORY '${lake}/curated/leads_by_day'
USING parquet
SELECT
  date,
  SUM(forecasted_monthly_revenue) AS forecasted_lead_revenue,
  COUNT(*) AS leads_generated
FROM sales
WHERE opportunity_stage = 'Lead'
GROUP BY date
ORDER BY date;
