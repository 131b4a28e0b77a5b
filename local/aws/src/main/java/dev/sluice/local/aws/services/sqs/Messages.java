package dev.sluice.local.aws.services.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
