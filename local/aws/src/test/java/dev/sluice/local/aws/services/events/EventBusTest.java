package dev.sluice.local.aws.services.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventBusTest {
  private static final String ALL = "{\"source\": [\"test\"]}";

  @TempDir Path directory;
  private final Recorder recorder = new Recorder();

  private EventBus bus(TargetSender... senders) throws IOException {
    Delivery delivery = new Delivery();
    for (TargetSender sender : senders) {
      delivery.sender(sender);
    }
    return new EventBus(directory, delivery, Clock.systemUTC());
  }

  private static void publish(EventBus bus, int number) {
    bus.publish("test", "Thing", List.of(), Json.object().put("number", number));
  }

  private int next() throws InterruptedException {
    return recorder.next().path("detail").path("number").asInt();
  }

  @Test
  void shouldKeepEventsUntilItDelivers() throws Exception {
    try (EventBus bus = bus(recorder)) {
      publish(bus, 1);
      bus.rule(Recorder.rule(ALL));
      assertThat(recorder.nextSoon()).isNull();

      bus.deliver();

      assertThat(next()).isEqualTo(1);
    }
  }

  @Test
  void shouldDeliverInALaterProcessWhatAnEarlierOneCouldNot() throws Exception {
    try (EventBus killed = bus(new Refusing("recorder:", new AtomicInteger(-1)))) {
      killed.rule(
          new Rule(
              "r",
              "",
              true,
              new EventPattern(Json.parse(ALL)),
              null,
              List.of(target("recorder:one", 99, null))));
      killed.deliver();
      publish(killed, 1);
      publish(killed, 2);
      Thread.sleep(300);
    }

    try (EventBus bus = bus(recorder)) {
      bus.rule(Recorder.rule(ALL));
      bus.deliver();

      assertThat(List.of(next(), next())).containsExactlyInAnyOrder(1, 2);
    }
    try (EventBus again = bus(recorder)) {
      again.rule(Recorder.rule(ALL));
      again.deliver();
      assertThat(recorder.nextSoon()).as("delivered once is enough").isNull();
    }
  }

  @Test
  void shouldRepeatWhatATargetRefused() throws Exception {
    AtomicInteger refusals = new AtomicInteger(1);
    try (EventBus bus = bus(new Refusing("once:", refusals), recorder)) {
      bus.rule(
          new Rule(
              "r",
              "",
              true,
              new EventPattern(Json.parse(ALL)),
              null,
              List.of(target("once:a", 3, "recorder:dead"))));
      bus.deliver();
      publish(bus, 1);

      assertThat(recorder.nextSoon()).as("not dead at the first refusal").isNull();
      Thread.sleep(1_500);
      assertThat(refusals).hasValue(-1);
      assertThat(recorder.nextSoon()).isNull();
    }
  }

  @Test
  void shouldGiveUpIntoTheDeadLetterQueue() throws Exception {
    try (EventBus bus = bus(new Refusing("never:", new AtomicInteger(-5)), recorder)) {
      bus.rule(
          new Rule(
              "r",
              "",
              true,
              new EventPattern(Json.parse(ALL)),
              null,
              List.of(
                  target("never:a", 0, "recorder:dead"), target("nokind:a", 0, "recorder:dead"))));
      bus.deliver();
      publish(bus, 7);

      assertThat(next()).isEqualTo(7);
      assertThat(next()).isEqualTo(7);
    }
  }

  @Test
  void shouldNotSendWhatADisabledRuleMatches() throws Exception {
    try (EventBus bus = bus(recorder)) {
      bus.rule(Recorder.rule(ALL).enabled(false));
      bus.deliver();
      publish(bus, 1);

      assertThat(recorder.nextSoon()).isNull();
    }
  }

  private static Target target(String arn, int retries, String deadLetters) {
    return new Target("t", arn, null, null, null, retries, deadLetters, null);
  }

  /** Refuses so often, always if negative. */
  private record Refusing(String prefix, AtomicInteger left) implements TargetSender {
    @Override
    public boolean handles(String arn) {
      return arn.startsWith(prefix);
    }

    @Override
    public CompletionStage<Void> send(Sender sender, String arn, JsonNode input) {
      return left.getAndDecrement() == 0
          ? CompletableFuture.completedFuture(null)
          : CompletableFuture.failedFuture(new IOException("refused"));
    }
  }
}
