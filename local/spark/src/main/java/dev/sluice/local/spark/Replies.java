package dev.sluice.local.spark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The worker's side of the conversation: one JSON object a line. Thread-safe. */
final class Replies {
  private final PrintStream out;

  Replies(PrintStream out) {
    this.out = out;
  }

  void ready() {
    send(Json.object().put("ready", true));
  }

  void state(String run, RunState state) {
    send(Json.object().put("run", run).put("state", state.name()));
  }

  void failed(String run, String error) {
    send(Json.object().put("run", run).put("state", RunState.FAILED.name()).put("error", error));
  }

  void schema(String request, Schemas.Found found) {
    ObjectNode reply = Json.object().put("request", request).put("format", found.format());
    var columns = reply.putArray("columns");
    found
        .columns()
        .forEach((name, type) -> columns.addObject().put("name", name).put("type", type));
    send(reply);
  }

  void schemaFailed(String request, String error) {
    send(Json.object().put("request", request).put("error", error));
  }

  private void send(ObjectNode reply) {
    byte[] line = (reply + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (out) {
      out.write(line, 0, line.length);
      out.flush();
    }
  }
}
