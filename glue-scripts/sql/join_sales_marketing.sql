-- Leads beside marketing figures, for the days that have both, oldest first: as Parquet for tools and as one CSV
-- file for people.
--
-- How to change it: edit the statements below, nothing else; `./sluice start orders --only join_sales_marketing`
-- runs just this.
--   curated_leads_by_day       written by the step process_sales
--   curated_marketing_by_day   written by the step process_marketing
--   ${lake}                    where the lake lies; ${name} gives any other parameter of the run
-- A statement ends with ; and what it writes replaces the earlier content of that directory. The hint
-- REPARTITION(1) makes it a single file.

CREATE OR REPLACE TEMPORARY VIEW sales_marketing AS
SELECT
  leads.forecasted_lead_revenue,
  leads.leads_generated,
  marketing.*
FROM curated_leads_by_day AS leads
JOIN curated_marketing_by_day AS marketing
  ON leads.date = marketing.date;

INSERT OVERWRITE DIRECTORY '${lake}/curated/sales_marketing'
USING parquet
SELECT /*+ REPARTITION(1) */
  date,
  * EXCEPT (date)
FROM sales_marketing
ORDER BY date;

INSERT OVERWRITE DIRECTORY '${lake}/curated/sales_marketing_csv'
USING csv
OPTIONS (header 'true', escape '"')
SELECT /*+ REPARTITION(1) */
  date,
  * EXCEPT (date)
FROM sales_marketing
ORDER BY date;
