package dev.sluice.local.aws.services.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.hash.Digest;
import dev.sluice.local.base.json.Json;
import java.nio.charset.StandardCharsets;

/** Messages in the shape of the API. */
final class Messages {
  private Messages() {}

  static ObjectNode describe(Queue.Received message) {
    ObjectNode described = Json.object().put("MessageId", message.id());
    described.put("ReceiptHandle", message.receipt()).put("Body", message.body());
    described.put("MD5OfBody", md5(message.body()));
    described
        .putObject("Attributes")
        .put("ApproximateReceiveCount", Integer.toString(message.count()))
        .put("SentTimestamp", Long.toString(message.sentAt()));
    return described;
  }

  /** Clients compare it with what they sent. */
  static String md5(String body) {
    return Digest.hex("MD5", body.getBytes(StandardCharsets.UTF_8));
  }
}
