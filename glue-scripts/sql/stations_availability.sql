-- By minute (UTC): the share of stations at which a bike can be had, and at which one can be returned.
--
-- How to change it: edit the statements below, nothing else; `./sluice start stations --only stations_availability`
-- runs just this.
--   curated_stations_silver   written by the step stations_to_silver
--   ${lake}                   where the lake lies; ${name} gives any other parameter of the run
-- A statement ends with ; and what it writes replaces the earlier content of that directory.

-- A station counts in a minute in which it reported, with its latest report in that minute.
CREATE OR REPLACE TEMPORARY VIEW latest_in_minute AS
SELECT *
FROM (
  SELECT
    *,
    DATE_TRUNC('MINUTE', last_reported) AS minute,
    ROW_NUMBER() OVER (
      PARTITION BY station_id, DATE_TRUNC('MINUTE', last_reported)
      ORDER BY last_reported DESC) AS place
  FROM curated_stations_silver
)
WHERE place = 1;

-- Shares are of the stations that rent out, or take back, and say how many; one that does not say whether it does
-- is taken to do so. Where there is no such station the share is null.
INSERT OVERWRITE DIRECTORY '${lake}/curated/stations_availability'
USING parquet
SELECT
  minute,
  COUNT(*) AS stations,
  ROUND(AVG(CAST(num_bikes_available > 0 AS int)) FILTER (WHERE COALESCE(is_renting, TRUE)), 4) AS share_with_bike,
  ROUND(AVG(CAST(num_docks_available > 0 AS int)) FILTER (WHERE COALESCE(is_returning, TRUE)), 4) AS share_with_dock
FROM latest_in_minute
GROUP BY minute
ORDER BY minute;
