package dev.sluice.console.command;

import dev.sluice.console.error.UserError;
import dev.sluice.console.json.JsonText;
import dev.sluice.core.plan.RunInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that choose which steps an execution runs, and the input that they become. */
public final class RunSelection {
  @Option(
      names = "--only",
      split = ",",
      paramLabel = "STEP",
      description = "Runs these steps alone.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "STEP",
      description = "Runs this step and every step after it.")
  private String from;

  @Option(
      names = "--skip",
      split = ",",
      paramLabel = "STEP",
      description = "Runs every step but these.")
  private List<String> skip = new ArrayList<>();

  @Option(
      names = "--step",
      paramLabel = "STEP=true|false",
      description = "Switches a step on or off; a step that is not named runs.")
  private Map<String, Boolean> steps = new LinkedHashMap<>();

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description = "Sets a parameter of the run.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  /** The execution's input. Whether steps and parameters exist is for the execution to say. */
  public String toInput() {
    long selectors =
        List.of(!only.isEmpty(), from != null, !skip.isEmpty(), !steps.isEmpty()).stream()
            .filter(given -> given)
            .count();
    if (selectors > 1) {
      throw UserError.usage(
          "found more than one of --only, --from, --skip and --step, expected at most one.");
    }
    Map<String, Object> input = new LinkedHashMap<>();
    if (!only.isEmpty()) {
      input.put(RunInput.ONLY, only);
    }
    if (from != null) {
      input.put(RunInput.FROM, from);
    }
    if (!skip.isEmpty()) {
      input.put(RunInput.SKIP, skip);
    }
    if (!steps.isEmpty()) {
      input.put(RunInput.STEPS, steps);
    }
    if (!parameters.isEmpty()) {
      Map<String, Object> values = new LinkedHashMap<>();
      parameters.forEach((name, value) -> values.put(name, typed(value)));
      input.put(RunInput.PARAMETERS, values);
    }
    return JsonText.of(input).strip();
  }

  /** Numbers and truth values as such, everything else as text. */
  private static Object typed(String value) {
    if (value.matches("-?[0-9]{1,15}")) {
      return Long.parseLong(value);
    }
    return value.equals("true") || value.equals("false") ? Boolean.parseBoolean(value) : value;
  }
}
