-- Station reports: what each station said and when, typed, each report once, with what is known of the station.
--
-- How to change it: edit the statements below, nothing else; `./sluice start stations --only stations_to_silver`
-- runs just this.
--   stations_station_status, stations_station_information
--               all snapshots of the two feeds, copied by the step load_stations: one row a snapshot, nested as in
--               the feed (https://gbfs.org/documentation/reference/), all values as text
--   ${lake}     where the lake lies; ${name} gives any other parameter of the run
-- A statement ends with ; and what it writes replaces the earlier content of that directory.
--
-- Feeds change: fields come, go and are renamed from one version of the format to the next. So the fields that we
-- read are listed in FROM_JSON below, all as text: one that a feed lacks is null, one that is not listed is left
-- out, and a value that is not what it should be (TRY_CAST) is null too. Nothing of that fails the step.

-- Seconds since 1970 in versions 1 and 2 of the format, 2026-01-31T23:59:59Z in version 3.
CREATE OR REPLACE TEMPORARY FUNCTION feed_time(value STRING)
RETURNS TIMESTAMP
RETURN COALESCE(TRY_CAST(TRY_CAST(value AS DOUBLE) AS TIMESTAMP), TRY_CAST(value AS TIMESTAMP));

CREATE OR REPLACE TEMPORARY VIEW reports AS
SELECT
  snapshot_at,
  report.station_id,
  feed_time(report.last_reported) AS last_reported,
  -- Version 3 calls them vehicles.
  TRY_CAST(COALESCE(report.num_bikes_available, report.num_vehicles_available) AS int) AS num_bikes_available,
  TRY_CAST(report.num_docks_available AS int) AS num_docks_available,
  TRY_CAST(report.is_installed AS boolean) AS is_installed,
  TRY_CAST(report.is_renting AS boolean) AS is_renting,
  TRY_CAST(report.is_returning AS boolean) AS is_returning
FROM (
  SELECT
    feed_time(last_updated) AS snapshot_at,
    EXPLODE(FROM_JSON(TO_JSON(data.stations), 'ARRAY<STRUCT<
      station_id: STRING,
      last_reported: STRING,
      num_bikes_available: STRING,
      num_vehicles_available: STRING,
      num_docks_available: STRING,
      is_installed: STRING,
      is_renting: STRING,
      is_returning: STRING>>')) AS report
  FROM stations_station_status
);

CREATE OR REPLACE TEMPORARY VIEW stations AS
SELECT
  snapshot_at,
  station.station_id,
  -- Version 3 has a list of names, one a language.
  COALESCE(GET_JSON_OBJECT(station.name, '$[0].text'), station.name) AS name,
  TRY_CAST(station.lat AS double) AS lat,
  TRY_CAST(station.lon AS double) AS lon,
  TRY_CAST(station.capacity AS int) AS capacity
FROM (
  SELECT
    feed_time(last_updated) AS snapshot_at,
    EXPLODE(FROM_JSON(TO_JSON(data.stations), 'ARRAY<STRUCT<
      station_id: STRING,
      name: STRING,
      lat: STRING,
      lon: STRING,
      capacity: STRING>>')) AS station
  FROM stations_station_information
);

-- A report that several snapshots repeat counts once, as the latest snapshot has it. Of two snapshots of the same
-- moment the larger text wins, so that the result is always the same.
INSERT OVERWRITE DIRECTORY '${lake}/curated/stations_silver'
USING parquet
WITH ranked_reports AS (
  SELECT
    *,
    ROW_NUMBER() OVER (
      PARTITION BY station_id, last_reported
      ORDER BY snapshot_at DESC, TO_JSON(STRUCT(*)) DESC) AS place
  FROM reports
  WHERE station_id IS NOT NULL
    AND last_reported IS NOT NULL
),
ranked_stations AS (
  SELECT
    *,
    ROW_NUMBER() OVER (
      PARTITION BY station_id
      ORDER BY snapshot_at DESC, TO_JSON(STRUCT(*)) DESC) AS place
  FROM stations
)
SELECT
  reports.station_id,
  reports.last_reported,
  stations.name,
  stations.lat,
  stations.lon,
  stations.capacity,
  reports.num_bikes_available,
  reports.num_docks_available,
  reports.is_installed,
  reports.is_renting,
  reports.is_returning,
  reports.snapshot_at
FROM ranked_reports AS reports
-- LEFT: a station that reports before it is described counts all the same.
LEFT JOIN ranked_stations AS stations
  ON stations.station_id = reports.station_id
  AND stations.place = 1
WHERE reports.place = 1
ORDER BY station_id, last_reported;
