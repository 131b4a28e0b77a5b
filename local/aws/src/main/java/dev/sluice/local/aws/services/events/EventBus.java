package dev.sluice.local.aws.services.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.base.journal.Backlog;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The default event bus. An event is on disk when {@link #publish} returns and is delivered to the
 * targets of all matching rules at least once, by a later process if this one is killed.
 * Thread-safe.
 */
public final class EventBus implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);

  private final ConcurrentSkipListMap<String, Rule> rules = new ConcurrentSkipListMap<>();
  private final Clock clock;
  private final Backlog undelivered;
  private final Delivery delivery;
  private boolean delivering;

  /**
   * A bus that keeps events until {@link #deliver()}.
   *
   * @param directory of the events still to be delivered
   * @param delivery sends to targets
   */
  public EventBus(Path directory, Delivery delivery, Clock clock) throws IOException {
    this.clock = clock;
    this.delivery = delivery;
    this.undelivered = new Backlog(directory.resolve("events.jsonl"));
  }

  /** Adds or replaces a rule. */
  public void rule(Rule rule) {
    rules.put(rule.name(), rule);
  }

  /** All rules by name. */
  public Collection<Rule> rules() {
    return rules.values();
  }

  /** The rule of that name, or null. */
  public Rule rule(String name) {
    return rules.get(name);
  }

  /** Publishes an event of the local account and gives its id. */
  public String publish(String source, String detailType, List<String> resources, JsonNode detail) {
    ObjectNode event = envelope(source, detailType, resources, detail);
    publish(event);
    return event.path("id").asText();
  }

  private ObjectNode envelope(
      String source, String detailType, List<String> resources, JsonNode detail) {
    String id = UUID.randomUUID().toString();
    ObjectNode event = Json.object().put("version", "0").put("id", id);
    event.put("detail-type", detailType).put("source", source);
    event.put("account", LocalAws.ACCOUNT);
    event.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", LocalAws.REGION);
    resources.forEach(event.putArray("resources")::add);
    event.set("detail", detail);
    return event;
  }

  /** Sends a scheduled rule's event to its targets. */
  public void fire(String ruleName) {
    Rule rule = rules.get(ruleName);
    ObjectNode event =
        envelope("aws.events", "Scheduled Event", List.of(rule.arn()), Json.object());
    rule.targets().forEach(target -> delivery.send(rule, target, event));
  }

  private synchronized void publish(ObjectNode event) {
    long number = undelivered.add(event);
    if (delivering) {
      deliver(number, event);
    }
  }

  /** Delivers from now on, first what an earlier process left. */
  public synchronized void deliver() {
    delivering = true;
    undelivered.pending().forEach(this::deliver);
  }

  private void deliver(long number, JsonNode event) {
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (Rule rule : rules.values()) {
      if (rule.matches(event)) {
        for (Target target : rule.targets()) {
          sent.add(delivery.send(rule, target, event));
        }
      }
    }
    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
        .whenComplete(
            (nothing, failure) -> {
              if (failure != null) {
                LOG.error("event {} could not be delivered", event, failure);
              }
              undelivered.done(number);
            });
  }

  @Override
  public void close() throws IOException {
    delivery.close();
  }
}
