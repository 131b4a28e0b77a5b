package dev.sluice.local.aws.services.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.services.events.Delivery;
import dev.sluice.local.aws.services.events.EventBus;
import dev.sluice.local.aws.services.events.Rule;
import dev.sluice.local.aws.services.events.Target;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * EventBridge Scheduler, and the schedules of EventBridge rules. What was due while nothing ran is
 * not made up for.
 */
public final class SchedulerService implements LocalService {
  private static final int MAX_NAME = 64;

  private final Delivery delivery;
  private final EventBus bus;
  private final Clock clock;
  private final Ticker ticker;
  private final List<Ticker.Entry> entries = new ArrayList<>();

  /** A scheduler that stands still until all is deployed. */
  public SchedulerService(Delivery delivery, EventBus bus, Clock clock) {
    this.delivery = delivery;
    this.bus = bus;
    this.clock = clock;
    this.ticker = new Ticker(clock);
  }

  @Override
  public String name() {
    return "scheduler";
  }

  @Override
  public List<ResourceHandler> resourceHandlers() {
    return List.of(
        new ResourceHandler() {
          @Override
          public String type() {
            return "AWS::Scheduler::Schedule";
          }

          @Override
          public Deployed deploy(Resource resource) {
            return deploySchedule(resource);
          }
        });
  }

  private Deployed deploySchedule(Resource resource) {
    String name = resource.physicalName("Name", MAX_NAME);
    String arn = LocalAws.arn("scheduler", "schedule/default/" + name);
    ScheduleExpression expression =
        ScheduleExpression.parse(resource.required("ScheduleExpression"));
    ZoneId zone = ZoneId.of(resource.text("ScheduleExpressionTimezone", "UTC"));
    JsonNode target = resource.properties().path("Target");
    if (!resource.text("State", "ENABLED").equals("DISABLED")) {
      entries.add(new Ticker.Entry(expression, zone, time -> fire(arn, target, time)));
    }
    return Deployed.ref(name).with("Arn", arn);
  }

  /** Fills in what the input may ask about the invocation. */
  private void fire(String arn, JsonNode target, Instant time) {
    ObjectNode filled = target.deepCopy();
    if (filled.has("Input")) {
      String input =
          filled
              .path("Input")
              .asText()
              .replace("<aws.scheduler.schedule-arn>", arn)
              .replace("<aws.scheduler.scheduled-time>", time.toString())
              .replace("<aws.scheduler.execution-id>", UUID.randomUUID().toString())
              .replace("<aws.scheduler.attempt-number>", "1");
      filled.set("Input", TextNode.valueOf(input));
    }
    delivery.send(arn, Target.of(filled), Json.object());
  }

  @Override
  public void deployed() {
    for (Rule rule : bus.rules()) {
      if (rule.enabled() && rule.schedule() != null) {
        entries.add(
            new Ticker.Entry(
                ScheduleExpression.parse(rule.schedule()),
                ZoneId.of("UTC"),
                time -> bus.fire(rule.name())));
      }
    }
    ticker.start(entries);
  }

  @Override
  public void close() {
    ticker.close();
  }
}
