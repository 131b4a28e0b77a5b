package dev.sluice.local.aws.services.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.endpoint.JsonService;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;
import java.util.ArrayList;
import java.util.List;

/** EventBridge's API over the default bus. */
public final class EventsService implements LocalService {
  private final EventBus bus;

  /** Over this bus. */
  public EventsService(EventBus bus) {
    this.bus = bus;
  }

  @Override
  public String name() {
    return "events";
  }

  @Override
  public List<ResourceHandler> resourceHandlers() {
    return List.of(new RuleHandler(bus::rule));
  }

  @Override
  public List<JsonService> jsonServices() {
    return List.of(
        new JsonService("EventBridge", "AWSEvents", "1.1", new EventsAccess())
            .operation("PutEvents", this::putEvents)
            .operation("ListRules", this::listRules)
            .operation("DescribeRule", input -> describe(rule(input.path("Name").asText())))
            .operation("ListTargetsByRule", this::listTargets)
            .operation("TestEventPattern", this::test)
            .operation("EnableRule", input -> enable(input, true))
            .operation("DisableRule", input -> enable(input, false)));
  }

  private ObjectNode putEvents(ObjectNode input) {
    ObjectNode output = Json.object().put("FailedEntryCount", 0);
    ArrayNode entries = output.putArray("Entries");
    int failed = 0;
    for (JsonNode entry : input.path("Entries")) {
      try {
        JsonNode detail = Json.parse(entry.path("Detail").asText());
        List<String> resources = new ArrayList<>();
        entry.path("Resources").forEach(resource -> resources.add(resource.asText()));
        String id =
            bus.publish(
                entry.path("Source").asText(),
                entry.path("DetailType").asText(),
                resources,
                detail);
        entries.addObject().put("EventId", id);
      } catch (IllegalArgumentException e) {
        failed++;
        entries
            .addObject()
            .put("ErrorCode", "MalformedDetail")
            .put("ErrorMessage", "Detail is malformed.");
      }
    }
    return output.put("FailedEntryCount", failed);
  }

  private Rule rule(String name) {
    Rule rule = bus.rule(name);
    if (rule == null) {
      throw new ServiceError(
          "ResourceNotFoundException", "Rule " + name + " does not exist on EventBus default.");
    }
    return rule;
  }

  private ObjectNode listRules(ObjectNode input) {
    ObjectNode output = Json.object();
    ArrayNode rules = output.putArray("Rules");
    String prefix = input.path("NamePrefix").asText("");
    for (Rule rule : bus.rules()) {
      if (rule.name().startsWith(prefix)) {
        rules.add(describe(rule));
      }
    }
    return output;
  }

  private static ObjectNode describe(Rule rule) {
    ObjectNode described = Json.object().put("Name", rule.name()).put("Arn", rule.arn());
    described.put("State", rule.enabled() ? "ENABLED" : "DISABLED");
    described.put("Description", rule.description()).put("EventBusName", "default");
    if (rule.pattern() != null) {
      described.put("EventPattern", Json.text(rule.pattern().json()));
    }
    if (rule.schedule() != null) {
      described.put("ScheduleExpression", rule.schedule());
    }
    return described;
  }

  private ObjectNode listTargets(ObjectNode input) {
    ObjectNode output = Json.object();
    ArrayNode targets = output.putArray("Targets");
    for (Target target : rule(input.path("Rule").asText()).targets()) {
      targets.addObject().put("Id", target.id()).put("Arn", target.arn());
    }
    return output;
  }

  private ObjectNode test(ObjectNode input) {
    EventPattern pattern;
    try {
      pattern = new EventPattern(Json.parse(input.path("EventPattern").asText()));
    } catch (IllegalArgumentException e) {
      throw new ServiceError("InvalidEventPatternException", e.getMessage());
    }
    JsonNode event;
    try {
      event = Json.parse(input.path("Event").asText());
    } catch (IllegalArgumentException e) {
      throw new ServiceError("ValidationException", "Event is not JSON: " + e.getMessage());
    }
    return Json.object().put("Result", pattern.matches(event));
  }

  private ObjectNode enable(ObjectNode input, boolean on) {
    bus.rule(rule(input.path("Name").asText()).enabled(on));
    return null;
  }
}
