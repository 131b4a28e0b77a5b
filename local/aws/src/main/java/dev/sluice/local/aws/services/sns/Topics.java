package dev.sluice.local.aws.services.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.base.json.StateJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Topics and their subscriptions in one file. Thread-safe. */
final class Topics {
  private final Path file;
  private final ObjectNode all;

  Topics(Path file) {
    this.file = file;
    this.all =
        StateJson.read(
            file,
            "Delete it: the next start makes topics and subscriptions again from the templates.");
  }

  /** A subscription. */
  record Subscription(String arn, String topicArn, String protocol, String endpoint) {}

  synchronized String create(String name, String displayName) {
    String arn = LocalAws.arn("sns", name);
    ObjectNode topic = all.has(arn) ? (ObjectNode) all.get(arn) : all.putObject(arn);
    if (!topic.has("subscriptions")) {
      topic.putArray("subscriptions");
    }
    topic.put("displayName", displayName == null ? "" : displayName);
    save();
    return arn;
  }

  synchronized List<String> arns() {
    List<String> arns = new ArrayList<>();
    all.fieldNames().forEachRemaining(arns::add);
    return arns;
  }

  synchronized String displayName(String arn) {
    return topic(arn).path("displayName").asText();
  }

  synchronized String subscribe(String topicArn, String protocol, String endpoint) {
    if (!protocol.equals("email")) {
      throw new ServiceError(
          "InvalidParameter",
          "protocol " + protocol + " does not run locally; email does (into the mail directory)");
    }
    for (Subscription subscription : subscriptions(topicArn)) {
      if (subscription.protocol().equals(protocol) && subscription.endpoint().equals(endpoint)) {
        return subscription.arn();
      }
    }
    String arn = topicArn + ":" + UUID.randomUUID();
    ObjectNode added = ((ArrayNode) topic(topicArn).path("subscriptions")).addObject();
    added.put("arn", arn).put("protocol", protocol).put("endpoint", endpoint);
    save();
    return arn;
  }

  synchronized List<Subscription> subscriptions(String topicArn) {
    List<Subscription> subscriptions = new ArrayList<>();
    for (JsonNode entry : topic(topicArn).path("subscriptions")) {
      subscriptions.add(
          new Subscription(
              entry.path("arn").asText(),
              topicArn,
              entry.path("protocol").asText(),
              entry.path("endpoint").asText()));
    }
    return subscriptions;
  }

  private JsonNode topic(String arn) {
    JsonNode topic = all.get(arn);
    if (topic == null) {
      throw new ServiceError("NotFound", "Topic does not exist: " + arn, 404);
    }
    return topic;
  }

  private void save() {
    DurableFile.write(file, Json.bytes(all));
  }
}
