package dev.sluice.local.spark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.spark.role.Credentials;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A request to run a script.
 *
 * @param run the run's id
 * @param scriptUri where the Scala script lies
 * @param scriptClass the object whose {@code main} is called
 * @param extraJars jars for the script's class path
 * @param arguments as {@code main} gets them: name, value, name, value; a name with null stands
 *     alone
 * @param log file that gets what the job prints and logs
 * @param credentials of the role that the run acts as
 */
record RunRequest(
    String run,
    String scriptUri,
    String scriptClass,
    List<String> extraJars,
    List<String> arguments,
    Path log,
    Credentials credentials) {

  /** Reads a request; the run's id must be there, the rest is checked here. */
  static RunRequest of(JsonNode json) {
    List<String> jars = new ArrayList<>();
    json.path("extraJars").forEach(jar -> jars.add(jar.asText()));
    List<String> arguments = new ArrayList<>();
    json.path("arguments")
        .properties()
        .forEach(
            entry -> {
              arguments.add(entry.getKey());
              if (!entry.getValue().isNull()) {
                arguments.add(entry.getValue().asText());
              }
            });
    return new RunRequest(
        text(json, "run"),
        text(json, "scriptUri"),
        text(json, "scriptClass"),
        jars,
        arguments,
        Path.of(text(json, "log")),
        Credentials.of(json));
  }

  private static String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new IllegalArgumentException("the request has no text '" + name + "'");
    }
    return value.asText();
  }
}
