package dev.sluice.local.asl.definition;

import dev.sluice.local.asl.integration.TaskArguments;
import dev.sluice.local.asl.jsonata.Template;
import java.util.Set;

/** Checks the names of arguments; the values are known only when a state runs. */
final class ArgumentRules {
  private ArgumentRules() {}

  /**
   * @param arguments checked where they are an object; as one expression they can be anything
   */
  static void check(Fields owner, Template arguments, TaskArguments rules) {
    if (arguments == null || arguments instanceof Template.Query) {
      return;
    }
    Set<String> names = arguments.names();
    for (String name : names) {
      if (!rules.known().contains(name)) {
        owner.problem("Arguments", "The field \"" + name + "\" is not supported by Step Functions");
      }
    }
    rules.required().stream()
        .sorted()
        .filter(name -> !names.contains(name))
        .forEach(
            name ->
                owner.problem("Arguments", "The field '" + name + "' is required but was missing"));
  }
}
