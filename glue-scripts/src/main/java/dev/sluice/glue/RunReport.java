package dev.sluice.glue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.glue.input.Input;
import java.util.List;

/** What a job did, as the {@code report.json} that it leaves in the work bucket. */
public final class RunReport {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final ObjectNode root = JSON.createObjectNode();
  private final ArrayNode inputs = root.putArray("inputs");
  private final ArrayNode outputs = root.putArray("outputs");
  private final ArrayNode notes = root.putArray("notes");
  private final long start = System.nanoTime();

  /** Tells what was read. */
  public void inputs(List<Input> read) {
    for (Input input : read) {
      inputs
          .addObject()
          .put("view", input.view())
          .put("location", input.location())
          .put("files", input.files());
    }
  }

  /** Tells what was read from a place that has no files to count. */
  public void input(String view, String location) {
    inputs.addObject().put("view", view).put("location", location);
  }

  /** Tells what was written. */
  public void output(Output output) {
    outputs
        .addObject()
        .put("location", output.location())
        .put("format", output.format())
        .put("rows", output.rows());
  }

  /** Tells something that a reader of the output should know. */
  public void note(String note) {
    notes.add(note);
  }

  /** The report with the seconds since it was begun. */
  public String json() {
    root.put("seconds", (System.nanoTime() - start) / 10_000_000 / 100.0);
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
