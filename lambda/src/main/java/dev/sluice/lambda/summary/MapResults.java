package dev.sluice.lambda.summary;

import dev.sluice.error.BadManifest;
import dev.sluice.error.NothingExported;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.json.Json;
import dev.sluice.lambda.store.ObjectStore;
import dev.sluice.lambda.store.ObjectVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * Reads what a distributed map's ResultWriter wrote: a manifest that names files of succeeded,
 * failed and pending children.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">ResultWriter</a>
 */
public final class MapResults {

  private final ObjectStore store;

  public MapResults(ObjectStore store) {
    this.store = store;
  }

  /**
   * The sums of the children's numbers, {@code succeeded} and {@code failed}.
   *
   * @param requireSuccess whether a map in which nothing succeeded is an error
   * @throws NothingExported with the first child's reason
   * @throws BadManifest where the manifest or a file that it names is missing or something else
   */
  public Map<String, Object> summarize(String bucket, String key, boolean requireSuccess) {
    String where = ObjectVersion.uri(bucket, key);
    Fields manifest = manifest(bucket, key, where);
    String results = manifest.optionalString("DestinationBucket").orElse(bucket);
    Fields files = manifest.object("ResultFiles");

    Tally tally = new Tally();
    read(results, files, "SUCCEEDED", tally::succeeded);
    read(results, files, "FAILED", tally::failed);
    read(results, files, "PENDING", tally::failed);
    if (requireSuccess && tally.succeeded() == 0) {
      throw new NothingExported(nothing(tally, where));
    }
    return tally.result();
  }

  private Fields manifest(String bucket, String key, String where) {
    try (InputStream in = open(bucket, key)) {
      return Fields.of(where, Json.parse(in));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + where, e);
    }
  }

  private void read(String bucket, Fields files, String status, Consumer<JsonNode> action) {
    if (!files.has(status)) {
      return;
    }
    for (Fields file : files.objects(status)) {
      String key = file.string("Key");
      try (InputStream in = open(bucket, key)) {
        Records.forEach(ObjectVersion.uri(bucket, key), in, action);
      } catch (IOException e) {
        throw new UncheckedIOException("reading " + ObjectVersion.uri(bucket, key), e);
      }
    }
  }

  private InputStream open(String bucket, String key) {
    return store
        .open(bucket, key)
        .orElseThrow(
            () ->
                new BadManifest(
                    ObjectVersion.uri(bucket, key)
                        + " is not there, expected what the map's result writer wrote;"
                        + " run the step again"));
  }

  private static String nothing(Tally tally, String where) {
    return "none of "
        + tally.failed()
        + " items succeeded"
        + (tally.firstFailure().isEmpty() ? "" : "; the first failed with " + tally.firstFailure())
        + "; all results: "
        + where;
  }
}
