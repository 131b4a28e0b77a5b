-- Mean bikes and docks by station and hour (UTC).
--
-- How to change it: edit the statements below, nothing else; `./sluice start stations --only stations_average` runs
-- just this.
--   curated_stations_silver   written by the step stations_to_silver
--   ${lake}                   where the lake lies; ${name} gives any other parameter of the run
-- A statement ends with ; and what it writes replaces the earlier content of that directory.

INSERT OVERWRITE DIRECTORY '${lake}/curated/stations_average'
USING parquet
SELECT
  station_id,
  name,
  DATE_TRUNC('HOUR', last_reported) AS hour,
  -- A report without the number has no part in its mean.
  ROUND(AVG(num_bikes_available), 4) AS mean_bikes,
  ROUND(AVG(num_docks_available), 4) AS mean_docks,
  COUNT(*) AS reports
FROM curated_stations_silver
GROUP BY ALL
ORDER BY station_id, hour;
