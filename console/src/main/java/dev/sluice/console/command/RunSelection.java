package dev.sluice.console.command;

import dev.sluice.console.UserError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;

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
    JsonWriter json = JsonWriter.create();
    json.writeStartObject();
    writeList(json, "only", only);
    if (from != null) {
      json.writeFieldName("from").writeValue(from);
    }
    writeList(json, "skip", skip);
    if (!steps.isEmpty()) {
      json.writeFieldName("steps").writeStartObject();
      steps.forEach((name, on) -> json.writeFieldName(name).writeValue(on));
      json.writeEndObject();
    }
    if (!parameters.isEmpty()) {
      json.writeFieldName("parameters").writeStartObject();
      parameters.forEach((name, value) -> writeParameter(json.writeFieldName(name), value));
      json.writeEndObject();
    }
    json.writeEndObject();
    return new String(json.getBytes(), StandardCharsets.UTF_8);
  }

  private static void writeList(JsonWriter json, String name, List<String> values) {
    if (!values.isEmpty()) {
      json.writeFieldName(name).writeStartArray();
      values.forEach(json::writeValue);
      json.writeEndArray();
    }
  }

  /** Numbers and truth values as such, everything else as text. */
  private static void writeParameter(JsonWriter json, String value) {
    if (value.matches("-?[0-9]{1,15}")) {
      json.writeValue(Long.parseLong(value));
    } else if (value.equals("true") || value.equals("false")) {
      json.writeValue(Boolean.parseBoolean(value));
    } else {
      json.writeValue(value);
    }
  }
}
