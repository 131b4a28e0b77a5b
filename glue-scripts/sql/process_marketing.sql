-- Marketing by day: the files' columns, renamed and typed.
--
-- How to change it: edit the statements below, nothing else; `./sluice run orders` shows the result.
--   marketing   the validated marketing files: columns and types as in datasets/marketing.yaml ("as" names)
--   ${lake}     where the lake lies; ${name} gives any other parameter of the run
-- A statement ends with ; and what it writes replaces the earlier content of that directory.

INSERT OVERWRITE DIRECTORY '${lake}/curated/marketing_by_day'
USING parquet
SELECT
  date,
  new_visitors_seo,
  new_visitors_cpc,
  new_visitors_social_media,
  return_visitors,
  twitter_mentions,
  twitter_follower_adds,
  twitter_followers_cumulative,
  mailing_list_adds,
  mailing_list_cumulative,
  website_pageviews,
  website_visits,
  website_unique_visits,
  mobile_uniques,
  tablet_uniques,
  desktop_uniques,
  free_sign_up,
  paid_conversion,
  events
FROM marketing
ORDER BY date;
