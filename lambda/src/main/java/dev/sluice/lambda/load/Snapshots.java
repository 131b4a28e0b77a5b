package dev.sluice.lambda.load;

import dev.sluice.lambda.store.ObjectStore;
import dev.sluice.lambda.store.ObjectVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A feed's snapshots in the lake, one object for each execution that stored one, and the note
 * {@code _latest.json} beside them. Spark passes over names that begin with an underscore.
 */
final class Snapshots {
  private static final String NOTE = "_latest.json";
  private static final String JSON = "application/json";

  private final ObjectStore store;
  private final String bucket;
  private final String prefix;

  /**
   * @param prefix of the feed, with a slash at its end
   */
  Snapshots(ObjectStore store, String bucket, String prefix) {
    this.store = store;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  /** The newest snapshot, where both it and the note about it are there. */
  Optional<Snapshot> latest() {
    return read(prefix + NOTE)
        .flatMap(Latest::parse)
        .filter(note -> note.key().startsWith(prefix))
        .flatMap(
            note ->
                read(note.key()).map(body -> new Snapshot(body, note.etag(), note.lastUpdated())));
  }

  /**
   * Stores a snapshot; once more for the same execution replaces it. The note comes last: where it
   * is missing or old, the next load asks without its tag and stores what it gets.
   */
  void store(String execution, Snapshot snapshot) {
    String key = prefix + execution + ".json";
    Map<String, String> metadata = new LinkedHashMap<>();
    if (snapshot.etag() != null) {
      metadata.put("etag", snapshot.etag());
    }
    metadata.put("last_updated", snapshot.lastUpdated().toString());
    store.put(bucket, key, snapshot.body(), JSON, metadata);
    Latest note = new Latest(key, snapshot.etag(), snapshot.lastUpdated());
    store.put(bucket, prefix + NOTE, note.toJson(), JSON);
  }

  private Optional<byte[]> read(String key) {
    Optional<InputStream> object = store.open(bucket, key);
    if (object.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = object.get()) {
      return Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + ObjectVersion.uri(bucket, key), e);
    }
  }
}
