package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.definition.Distributed;
import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.asl.run.Status;
import dev.sluice.local.base.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The files of a ResultWriter: SUCCEEDED_n, FAILED_n and PENDING_n beside a manifest.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">AWS</a>
 */
final class ResultFiles {
  /** A file is ended behind this many bytes, so that memory does not grow with the map run. */
  private static final int FILE_BYTES = 16 * 1024 * 1024;

  private final ObjectStore objects;
  private final String bucket;
  private final String folder;
  private final boolean lines;
  private final ObjectNode manifest = Json.object();
  private final ObjectNode files;
  private ByteArrayOutputStream open = new ByteArrayOutputStream();
  private String group = "SUCCEEDED";

  ResultFiles(
      ObjectStore objects,
      String bucket,
      String prefix,
      MapRunHeader run,
      Distributed.Writer writer) {
    this.objects = objects;
    this.bucket = bucket;
    String base = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    this.folder = base.isEmpty() ? run.uuid() : base + "/" + run.uuid();
    this.lines = writer.jsonLines();
    manifest.put("DestinationBucket", bucket);
    manifest.put("MapRunArn", run.arn());
    files = manifest.putObject("ResultFiles");
    files.putArray("FAILED");
    files.putArray("PENDING");
    files.putArray("SUCCEEDED");
  }

  /** Adds a child; children of one status come together. */
  void add(Status status, List<JsonNode> parts) throws IOException {
    String wanted =
        switch (status) {
          case SUCCEEDED -> "SUCCEEDED";
          case PENDING -> "PENDING";
          default -> "FAILED";
        };
    if (!wanted.equals(group) || open.size() > FILE_BYTES) {
      flush();
      group = wanted;
    }
    for (JsonNode part : parts) {
      if (!lines) {
        open.write(open.size() == 0 ? '[' : ',');
      }
      open.write(Json.text(part).getBytes(StandardCharsets.UTF_8));
      if (lines) {
        open.write('\n');
      }
    }
  }

  /** Writes what is left and the manifest. Returns the manifest's key. */
  String finish() throws IOException {
    flush();
    String key = folder + "/manifest.json";
    objects.put(
        bucket, key, Json.text(manifest).getBytes(StandardCharsets.UTF_8), "application/json");
    return key;
  }

  private void flush() throws IOException {
    if (open.size() == 0) {
      return;
    }
    if (!lines) {
      open.write(']');
    }
    ArrayNode written = (ArrayNode) files.get(group);
    String key = folder + "/" + group + "_" + written.size() + (lines ? ".jsonl" : ".json");
    objects.put(bucket, key, open.toByteArray(), "application/json");
    written.addObject().put("Key", key).put("Size", open.size());
    open = new ByteArrayOutputStream();
  }
}
