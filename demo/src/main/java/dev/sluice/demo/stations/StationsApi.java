package dev.sluice.demo.stations;

import dev.sluice.demo.http.Answer;
import dev.sluice.demo.http.Request;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The operator's API: {@code GET /gbfs.json}, {@code /station_information.json} and {@code
 * /station_status.json}, with entity tags, so that a client need not fetch twice what it has.
 * Thread-safe. Whether a client may ask is not its business.
 */
public final class StationsApi {
  private final StationFeeds feeds;
  private final InstantSource clock;

  /**
   * Serves these feeds.
   *
   * @param clock which snapshot is the newest
   */
  public StationsApi(StationFeeds feeds, InstantSource clock) {
    this.feeds = feeds;
    this.clock = clock;
  }

  /** Answers 200, 304, 404 or 405. */
  public Answer answer(Request request) {
    Optional<Feed> found = find(request);
    if (found.isEmpty()) {
      return Answer.message(
          404,
          "There is no "
              + request.path()
              + "; begin with "
              + StationFeeds.path(StationFeeds.DISCOVERY)
              + ".");
    }
    if (!request.method().equals("GET")) {
      return Answer.message(405, "The method is " + request.method() + ", expected GET.")
          .with("allow", "GET");
    }
    Feed feed = found.get();
    boolean known = request.header("if-none-match").filter(feed.tag()::isIn).isPresent();
    Answer answer = known ? Answer.empty(304) : Answer.json(200, feed.body());
    return answer.with("etag", feed.tag().text());
  }

  private Optional<Feed> find(Request request) {
    String path = request.path();
    if (path.equals(StationFeeds.path(StationFeeds.DISCOVERY))) {
      return Optional.of(feeds.discovery(request.base()));
    }
    if (path.equals(StationFeeds.path(StationFeeds.INFORMATION))) {
      return Optional.of(feeds.information());
    }
    if (path.equals(StationFeeds.path(StationFeeds.STATUS))) {
      return Optional.of(feeds.status(clock.instant()));
    }
    return Optional.empty();
  }
}
