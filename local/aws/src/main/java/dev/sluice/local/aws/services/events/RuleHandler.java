package dev.sluice.local.aws.services.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** AWS::Events::Rule on the default bus. */
final class RuleHandler implements ResourceHandler {
  private static final int MAX_NAME = 64;

  private final Consumer<Rule> rules;

  RuleHandler(Consumer<Rule> rules) {
    this.rules = rules;
  }

  @Override
  public String type() {
    return "AWS::Events::Rule";
  }

  @Override
  public Deployed deploy(Resource resource) {
    String bus = resource.text("EventBusName", "default");
    if (!bus.endsWith("default")) {
      throw new IllegalArgumentException(
          "event bus " + bus + " does not run locally; the default bus does");
    }
    JsonNode pattern = resource.properties().get("EventPattern");
    List<Target> targets = new ArrayList<>();
    resource.properties().path("Targets").forEach(target -> targets.add(Target.of(target)));
    Rule rule =
        new Rule(
            resource.physicalName("Name", MAX_NAME),
            resource.text("Description", ""),
            !resource.text("State", "ENABLED").equals("DISABLED"),
            pattern == null ? null : new EventPattern(pattern),
            resource.text("ScheduleExpression"),
            targets);
    rules.accept(rule);
    return Deployed.ref(rule.name()).with("Arn", rule.arn());
  }
}
