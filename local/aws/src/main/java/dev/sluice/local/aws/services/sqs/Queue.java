package dev.sluice.local.aws.services.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.base.journal.Backlog;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A standard queue. Messages outlive the process, and are visible again in the next one.
 * Thread-safe.
 */
final class Queue implements AutoCloseable {
  private final String name;
  private final Clock clock;
  private final Backlog messages;
  private final Map<Long, Flight> flights = new HashMap<>();
  private int visibilitySeconds = 30;

  Queue(String name, Path directory, Clock clock) throws IOException {
    this.name = name;
    this.clock = clock;
    this.messages = new Backlog(directory.resolve(name + ".jsonl"));
  }

  private record Flight(String receipt, long visibleAt, int received) {}

  /** A message as a consumer gets it. */
  record Received(String receipt, String id, String body, int count, long sentAt) {}

  String name() {
    return name;
  }

  String arn() {
    return LocalAws.arn("sqs", name);
  }

  synchronized void visibility(int seconds) {
    visibilitySeconds = seconds;
  }

  synchronized int visibility() {
    return visibilitySeconds;
  }

  /** Adds a message and gives its id. */
  synchronized String send(String body) {
    String id = UUID.randomUUID().toString();
    ObjectNode message = Json.object().put("id", id).put("body", body);
    messages.add(message.put("sentAt", clock.millis()));
    notifyAll();
    return id;
  }

  /** Takes up to so many messages, waiting for the first one. */
  synchronized List<Received> receive(int max, int waitSeconds, int visibility)
      throws InterruptedException {
    long until = clock.millis() + waitSeconds * 1000L;
    List<Received> taken = take(max, visibility);
    while (taken.isEmpty() && clock.millis() < until) {
      wait(Math.min(500, Math.max(1, until - clock.millis())));
      taken = take(max, visibility);
    }
    return taken;
  }

  private List<Received> take(int max, int visibility) {
    List<Received> taken = new ArrayList<>();
    long now = clock.millis();
    for (Map.Entry<Long, JsonNode> entry : messages.pending().entrySet()) {
      if (taken.size() == max) {
        break;
      }
      Flight flight = flights.get(entry.getKey());
      if (flight != null && flight.visibleAt() > now) {
        continue;
      }
      int count = flight == null ? 1 : flight.received() + 1;
      String receipt = entry.getKey() + "-" + UUID.randomUUID();
      flights.put(entry.getKey(), new Flight(receipt, now + visibility * 1000L, count));
      JsonNode message = entry.getValue();
      taken.add(
          new Received(
              receipt,
              message.path("id").asText(),
              message.path("body").asText(),
              count,
              message.path("sentAt").asLong()));
    }
    return taken;
  }

  /** Ends a message; an old receipt is ignored, as by AWS. */
  synchronized void delete(String receipt) {
    Long number = numberOf(receipt);
    if (number != null) {
      flights.remove(number);
      messages.done(number);
    }
  }

  synchronized void changeVisibility(String receipt, int seconds) {
    Long number = numberOf(receipt);
    if (number != null) {
      Flight flight = flights.get(number);
      flights.put(number, new Flight(receipt, clock.millis() + seconds * 1000L, flight.received()));
      notifyAll();
    }
  }

  private Long numberOf(String receipt) {
    for (Map.Entry<Long, Flight> flight : flights.entrySet()) {
      if (flight.getValue().receipt().equals(receipt)) {
        return flight.getKey();
      }
    }
    return null;
  }

  synchronized void purge() {
    messages.pending().keySet().forEach(messages::done);
    flights.clear();
  }

  /** Messages that wait. */
  synchronized int visible() {
    return messages.pending().size() - inFlight();
  }

  /** Messages that a consumer works on. */
  synchronized int inFlight() {
    long now = clock.millis();
    return (int) flights.values().stream().filter(f -> f.visibleAt() > now).count();
  }

  @Override
  public void close() throws IOException {
    messages.close();
  }
}
