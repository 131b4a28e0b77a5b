package dev.sluice.local.aws.services.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A target that takes everything. */
public final class Recorder implements TargetSender {
  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();

  @Override
  public boolean handles(String arn) {
    return arn.startsWith("recorder:");
  }

  @Override
  public CompletionStage<Void> send(Sender sender, String arn, JsonNode input) {
    received.add(input);
    return CompletableFuture.completedFuture(null);
  }

  /** The next event, or null after ten seconds. */
  public JsonNode next() throws InterruptedException {
    return received.poll(10, TimeUnit.SECONDS);
  }

  /** The next event, or null if none comes within a quarter of a second. */
  public JsonNode nextSoon() throws InterruptedException {
    return received.poll(250, TimeUnit.MILLISECONDS);
  }

  /** A rule that sends everything that matches here. */
  public static Rule rule(String pattern) {
    return new Rule(
        "everything",
        "",
        true,
        new EventPattern(Json.parse(pattern)),
        null,
        java.util.List.of(new Target("recorder", "recorder:one", null, null, null, 0, null, null)));
  }
}
