package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.definition.Distributed;
import dev.sluice.local.asl.run.Payload;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.asl.run.Status;
import dev.sluice.local.asl.run.World;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a map run gives: the children's outputs, or where they were written. May block. */
final class MapResults {
  private final World world;
  private final MapRunState state;
  private final Distributed.Writer writer;
  private final JsonNode target;
  private long written;

  /** Results that could not be given. */
  static final class Failed extends Exception {
    private final transient StateError error;

    Failed(StateError error) {
      super(error.error());
      this.error = error;
    }

    StateError error() {
      return error;
    }
  }

  /**
   * @param writer or null
   * @param target Bucket and Prefix, or null where nothing is exported
   */
  MapResults(World world, MapRunState state, Distributed.Writer writer, JsonNode target) {
    this.world = world;
    this.state = state;
    this.writer = writer;
    this.target = target;
  }

  /** Children whose results were exported. */
  long written() {
    return written;
  }

  /**
   * @param failed whether the map run has failed, so that nobody will look at the result
   */
  Payload collect(boolean failed) throws Failed {
    if (target != null) {
      return exported();
    }
    return failed ? null : inline();
  }

  private Payload exported() throws Failed {
    String bucket = target.path("Bucket").asText("");
    String key;
    try {
      if (bucket.isEmpty()) {
        throw new IOException("The writer's Arguments must name a Bucket, found " + target);
      }
      ResultFiles files =
          new ResultFiles(
              world.objects().as(state.header().roleArn(), state.header().executionArn()),
              bucket,
              target.path("Prefix").asText(""),
              state.header(),
              writer);
      List<Status> statuses = new ArrayList<>(List.of(Status.SUCCEEDED));
      statuses.addAll(List.of(Status.FAILED, Status.TIMED_OUT, Status.ABORTED, Status.PENDING));
      for (Status status : statuses) {
        written += write(files, status);
      }
      key = files.finish();
    } catch (IOException | RuntimeException e) {
      throw new Failed(new StateError("States.ResultWriterFailed", String.valueOf(e.getMessage())));
    }
    ObjectNode result = Json.object().put("MapRunArn", state.header().arn());
    result.putObject("ResultWriterDetails").put("Bucket", bucket).put("Key", key);
    return new Payload(result);
  }

  private long write(ResultFiles files, Status status) throws IOException {
    long count = 0;
    ChildTable table = state.table();
    for (int i = 0; i < table.size(); i++) {
      if (table.status(i) == status) {
        files.add(status, formatted(i));
        count++;
      }
    }
    return count;
  }

  private Payload inline() throws Failed {
    ArrayNode all = Json.array();
    long size = 2;
    for (int i = 0; i < state.table().size(); i++) {
      for (JsonNode part : formatted(i)) {
        size += Json.text(part).length() + 1;
        if (size > Payload.LIMIT + 1) {
          throw new Failed(StateError.tooLarge("The result of the map run"));
        }
        all.add(part);
      }
    }
    Payload result = new Payload(all);
    if (result.tooLarge()) {
      throw new Failed(StateError.tooLarge("The result of the map run"));
    }
    return result;
  }

  /** A child's share of the result: one element, or those of its output where it is flattened. */
  private List<JsonNode> formatted(int child) {
    String transformation = writer == null ? null : writer.transformation();
    if (transformation == null) {
      transformation = target == null ? "COMPACT" : "NONE";
    }
    if (transformation.equals("NONE") || state.table().status(child) != Status.SUCCEEDED) {
      return List.of(ChildResult.of(state, child));
    }
    JsonNode output = Json.parse(state.end(child).path("output").textValue());
    if (transformation.equals("FLATTEN") && output.isArray()) {
      List<JsonNode> parts = new ArrayList<>();
      output.forEach(parts::add);
      return parts;
    }
    return List.of(output);
  }
}
