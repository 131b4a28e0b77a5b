package dev.sluice.lambda.load;

import dev.sluice.error.BadInput;
import dev.sluice.lambda.store.ObjectStore;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Loads the feeds of a source. All are fetched and checked before any is stored, so that a wrong
 * one replaces nothing. Run twice for the same execution, the result is the same.
 */
public final class FeedLoader {
  /** What Spark would pass over, and what is no single name. */
  private static final Pattern EXECUTION = Pattern.compile("[^_.\\s/:][^/:]*");

  private final HttpSource source;
  private final ObjectStore store;
  private final String bucket;
  private final Supplier<FeedClient> clients;
  private final Supplier<Patience> patience;

  /**
   * @param bucket the lake
   * @param clients one for each load, since keys change
   * @param patience one for each load, beginning when it is made
   */
  FeedLoader(
      HttpSource source,
      ObjectStore store,
      String bucket,
      Supplier<FeedClient> clients,
      Supplier<Patience> patience) {
    this.source = source;
    this.store = store;
    this.bucket = bucket;
    this.clients = clients;
    this.patience = patience;
  }

  /**
   * Loads what has changed.
   *
   * @param execution name of the execution, under which the snapshots are stored
   * @throws dev.sluice.error.FeedInvalid where the source or a feed cannot be used
   * @throws dev.sluice.error.FeedUnavailable where the source does not answer in time
   */
  public LoadReport load(String execution) {
    if (!EXECUTION.matcher(execution).matches()) {
      throw new BadInput(
          "the execution is called '%s', expected a name that does not begin with _ or a dot, which Spark would pass over; start the run under another name"
              .formatted(execution));
    }
    FeedClient client = clients.get();
    Patience left = patience.get();
    Map<String, Snapshot> changed = new LinkedHashMap<>();
    LoadReport report = new LoadReport();
    for (String feed : source.feeds()) {
      URI url = source.url(feed);
      Optional<Snapshot> known = snapshots(feed).latest();
      Optional<Snapshot> fresh = client.fetch(url, known, left);
      fresh.ifPresent(snapshot -> changed.put(feed, snapshot));
      report.add(feed, fresh.or(() -> known).orElseThrow(), fresh.isPresent());
    }
    changed.forEach((feed, snapshot) -> snapshots(feed).store(execution, snapshot));
    return report;
  }

  private Snapshots snapshots(String feed) {
    return new Snapshots(store, bucket, source.prefix(feed));
  }
}
