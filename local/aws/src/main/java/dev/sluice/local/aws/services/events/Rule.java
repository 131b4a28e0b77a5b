package dev.sluice.local.aws.services.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.account.LocalAws;
import java.util.List;

/**
 * A rule of the default bus.
 *
 * @param pattern null for a rule that only a schedule fires
 * @param schedule cron(…) or rate(…), null for none
 */
public record Rule(
    String name,
    String description,
    boolean enabled,
    EventPattern pattern,
    String schedule,
    List<Target> targets) {
  /** Copies the targets. */
  public Rule {
    targets = List.copyOf(targets);
  }

  /** The rule's ARN. */
  public String arn() {
    return LocalAws.arn("events", "rule/" + name);
  }

  boolean matches(JsonNode event) {
    return enabled && pattern != null && pattern.matches(event);
  }

  Rule enabled(boolean on) {
    return new Rule(name, description, on, pattern, schedule, targets);
  }
}
