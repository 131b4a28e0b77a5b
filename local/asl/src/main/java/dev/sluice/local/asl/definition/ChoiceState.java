package dev.sluice.local.asl.definition;

import dev.sluice.local.asl.jsonata.Template;
import java.util.List;

/**
 * Goes where the first true condition says.
 *
 * @param exit Output, Assign and Default for when no rule holds; its next is null without Default
 */
public record ChoiceState(String name, List<Rule> rules, Exit exit) implements State {
  public ChoiceState {
    rules = List.copyOf(rules);
  }

  @Override
  public String type() {
    return "Choice";
  }

  /** A condition and where it leads. */
  public record Rule(Template condition, Exit exit) {}
}
