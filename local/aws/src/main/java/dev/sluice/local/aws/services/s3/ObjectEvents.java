package dev.sluice.local.aws.services.s3;

import com.adobe.testing.s3mock.s3.S3Exception;
import com.adobe.testing.s3mock.s3.model.S3ObjectMetadata;
import com.adobe.testing.s3mock.s3.service.ObjectService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.services.events.EventBus;
import dev.sluice.local.base.journal.Backlog;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Publishes "Object Created" as EventBridge shows it.
 *
 * <p>Before an object is written the intent goes to a journal. An intent without end, left by a
 * killed process, is looked at on the next start: if the object is there its event is sent, once
 * more perhaps, as AWS may do too.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">the event</a>
 */
final class ObjectEvents {
  private final EventBus bus;
  private final Supplier<ObjectService> objects;
  private final Set<String> enabled = ConcurrentHashMap.newKeySet();
  private final Sequencer sequencer;
  private final Backlog intents;

  ObjectEvents(Path directory, EventBus bus, Supplier<ObjectService> objects) {
    this.bus = bus;
    this.objects = objects;
    try {
      sequencer = new Sequencer(directory.resolve("sequencer"));
      intents = new Backlog(directory.resolve("s3-intents.jsonl"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void enable(String bucket, boolean on) {
    if (on) {
      enabled.add(bucket);
    } else {
      enabled.remove(bucket);
    }
  }

  boolean enabled(String bucket) {
    return enabled.contains(bucket);
  }

  long begin(Creation creation) {
    ObjectNode intent = Json.object().put("bucket", creation.bucket());
    return intents.add(intent.put("key", creation.key()).put("reason", creation.reason()));
  }

  void end(long intent) {
    intents.done(intent);
  }

  void created(Creation creation, String version, String address) {
    S3ObjectMetadata object;
    try {
      object = objects.get().verifyObjectExists(creation.bucket(), creation.key(), version);
    } catch (S3Exception e) {
      // Deleted since by another client; AWS would have sent the event.
      return;
    }
    ObjectNode detail = Json.object().put("version", "0");
    detail.putObject("bucket").put("name", creation.bucket());
    ObjectNode described = detail.putObject("object").put("key", creation.key());
    described.put("size", Long.parseLong(object.getSize()));
    described.put("etag", object.getEtag().replace("\"", ""));
    if (version != null) {
      described.put("version-id", version);
    }
    described.put("sequencer", sequencer.next());
    detail.put("request-id", UUID.randomUUID().toString().replace("-", "").substring(0, 16));
    detail.put("requester", LocalAws.ACCOUNT);
    detail.put("source-ip-address", address);
    detail.put("reason", creation.reason());
    String arn = LocalAws.bucketArn(creation.bucket());
    bus.publish("aws.s3", "Object Created", List.of(arn), detail);
  }

  /** Sends the events that a killed process may have owed. */
  void recover() {
    intents
        .pending()
        .forEach(
            (number, intent) -> {
              recover(intent);
              intents.done(number);
            });
  }

  private void recover(JsonNode intent) {
    Creation creation =
        new Creation(
            intent.path("bucket").asText(),
            intent.path("key").asText(),
            intent.path("reason").asText());
    try {
      S3ObjectMetadata object =
          objects.get().verifyObjectExists(creation.bucket(), creation.key(), null);
      created(creation, object.getVersionId(), "127.0.0.1");
    } catch (S3Exception e) {
      // The request had not come so far as to write the object.
      return;
    }
  }
}
