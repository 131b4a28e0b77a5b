package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A process that speaks the worker's protocol and does what the argument --behave says. */
public final class FakeWorker {
  private FakeWorker() {}

  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("{\"ready\":true}");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonNode request = Json.parse(line);
      if (request.hasNonNull("stop")) {
        if (!request.get("stop").asText().equals(deaf)) {
          say(request.get("stop"), "STOPPED", null);
        }
      } else if (request.hasNonNull("schema")) {
        schema(request);
      } else {
        behave(request);
      }
    }
  }

  private static String deaf;

  private static void behave(JsonNode request) {
    JsonNode run = request.get("run");
    say(run, "RUNNING", null);
    switch (request.path("arguments").path("--behave").asText("succeed")) {
      case "fail" -> say(run, "FAILED", "java.lang.ArithmeticException: / by zero");
      case "die" -> Runtime.getRuntime().halt(3);
      case "hang" -> {}
      case "tell" -> say(run, "FAILED", "called with the " + key(request));
      case "deaf" -> deaf = run.asText();
      default -> say(run, "SUCCEEDED", null);
    }
  }

  /** Date and amount, and a column of the folder's own unless its path says that it is alike. */
  private static void schema(JsonNode request) {
    String location = request.get("schema").asText();
    String[] path = location.split("/");
    String own =
        location.contains("alike")
            ? ""
            : ",{\"name\":\"" + path[path.length - 1] + "\",\"type\":\"string\"}";
    String answer =
        location.contains("broken")
            ? "\"error\":\"there is no file in %s for the %s\"".formatted(location, key(request))
            : "\"format\":\"parquet\",\"columns\":[{\"name\":\"date\",\"type\":\"date\"},"
                + "{\"name\":\"amount\",\"type\":\"decimal(18,4)\"}"
                + own
                + "]";
    System.out.println("{\"request\":" + request.get("request") + "," + answer + "}");
  }

  private static String key(JsonNode request) {
    return request.at("/credentials/accessKeyId").asText();
  }

  private static void say(JsonNode run, String state, String error) {
    String more = error == null ? "" : ",\"error\":\"" + error + "\"";
    System.out.println("{\"run\":" + run + ",\"state\":\"" + state + "\"" + more + "}");
  }
}
