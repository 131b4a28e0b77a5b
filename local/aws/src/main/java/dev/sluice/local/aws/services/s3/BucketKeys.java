package dev.sluice.local.aws.services.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.journal.Journal;
import dev.sluice.local.base.journal.JournalReader;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A bucket's keys and the directories of their objects, in memory, with a journal of what S3Mock's
 * own file of the bucket does not say yet: {@code {"key", "id"}} for a key that was added, {@code
 * {"key"}} for one that was taken away. {@link #fold} brings it into the file.
 *
 * <p>Readers need no lock; changes and {@link #store} are for one thread at a time.
 */
final class BucketKeys extends AbstractMap<String, UUID> {
  private static final String JOURNAL = "bucketKeys.jsonl";
  private static final String OBJECTS = "objects";
  private static final String KEY = "key";
  private static final String ID = "id";

  private final ConcurrentSkipListMap<String, UUID> ids;
  private final List<ObjectNode> changes = new ArrayList<>();
  private final Journal journal;
  private long journaled;

  private BucketKeys(Map<String, UUID> ids, Journal journal) {
    this.ids = new ConcurrentSkipListMap<>(ids);
    this.journal = journal;
  }

  /** The keys of a bucket whose file was folded. */
  static BucketKeys of(Path bucketFile, Map<String, UUID> ids) {
    return new BucketKeys(ids, Journal.open(journal(bucketFile)));
  }

  /**
   * Brings what the journal says into S3Mock's file, and ends the journal. Cut off in between, it
   * is repeated: the later line on a key holds.
   *
   * @param bucketFile one that cannot be read is left to {@link BucketRepair}
   */
  static void fold(Path bucketFile) throws IOException {
    Path journal = journal(bucketFile);
    if (!Files.exists(journal)) {
      return;
    }
    ObjectNode bucket = ObjectRepair.read(bucketFile);
    if (bucket != null) {
      ObjectNode objects = bucket.withObject("/" + OBJECTS);
      JournalReader.each(
          journal,
          (offset, line) -> {
            apply(line, objects);
            return true;
          });
      DurableFile.write(bucketFile, Json.bytes(bucket));
    }
    Files.delete(journal);
  }

  private static void apply(JsonNode line, ObjectNode objects) {
    String key = line.path(KEY).asText();
    if (line.has(ID)) {
      objects.set(key, line.get(ID));
    } else {
      objects.remove(key);
    }
  }

  private static Path journal(Path bucketFile) {
    return bucketFile.resolveSibling(JOURNAL);
  }

  /** Ends the journal of a bucket whose file was written as a whole. */
  static void drop(Path bucketFile) {
    try {
      Files.deleteIfExists(journal(bucketFile));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + journal(bucketFile), e);
    }
  }

  @Override
  public UUID get(Object key) {
    return ids.get(key);
  }

  @Override
  public boolean containsKey(Object key) {
    return ids.containsKey(key);
  }

  @Override
  public int size() {
    return ids.size();
  }

  @Override
  public UUID put(String key, UUID id) {
    changes.add(Json.object().put(KEY, key).put(ID, id.toString()));
    return ids.put(key, id);
  }

  @Override
  public UUID remove(Object key) {
    UUID removed = ids.remove(key);
    if (removed != null) {
      changes.add(Json.object().put(KEY, (String) key));
    }
    return removed;
  }

  @Override
  public Set<Entry<String, UUID>> entrySet() {
    return Collections.unmodifiableMap(ids).entrySet();
  }

  /** Writes what has changed since the last time; returns how many lines the journal has. */
  long store() {
    changes.forEach(journal::write);
    journaled += changes.size();
    changes.clear();
    return journaled;
  }

  /** Lets go of the journal. */
  void close() {
    journal.close();
  }
}
