package dev.sluice.lambda.load;

import dev.sluice.core.function.Counted;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a load did, feed by feed. */
public final class LoadReport {
  private final Map<String, Object> feeds = new LinkedHashMap<>();
  private int stored;

  void add(String feed, Snapshot snapshot, boolean isStored) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("stored", isStored);
    told.put("bytes", snapshot.body().length);
    told.put("lastUpdated", snapshot.lastUpdated().toString());
    feeds.put(feed, told);
    stored += isStored ? 1 : 0;
  }

  /** How many feeds were stored. */
  public int loaded() {
    return stored;
  }

  /** How many were still what the lake has. */
  public int unchanged() {
    return feeds.size() - stored;
  }

  /** As the state machine carries it. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("feeds", feeds);
    json.put(Counted.LOADED, loaded());
    json.put(Counted.UNCHANGED, unchanged());
    return json;
  }
}
