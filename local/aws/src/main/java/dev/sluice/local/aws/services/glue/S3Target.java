package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.asl.integration.ObjectSummary;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Finds the tables below a prefix: each directory with data files is one, and {@code key=value}
 * directories below it are its partitions.
 *
 * @param path {@code s3://bucket/prefix}
 * @param schemas reads the columns of the files below a location
 */
record S3Target(
    String path, ObjectStore objects, Function<String, CompletionStage<JsonNode>> schemas)
    implements CrawlTarget {
  private static final int SCHEMA_MINUTES = 10;

  @Override
  public List<Found> crawl(BooleanSupplier cancelled) throws Exception {
    if (!path.matches("s3a?://[^/]+(/.*)?")) {
      throw new IOException("The target's path is '" + path + "'; expected s3://bucket/prefix");
    }
    String rest = path.substring(path.indexOf("://") + 3);
    int slash = rest.indexOf('/');
    String bucket = slash < 0 ? rest : rest.substring(0, slash);
    String prefix = slash < 0 ? "" : rest.substring(slash + 1);
    if (!prefix.isEmpty() && !prefix.endsWith("/")) {
      prefix += "/";
    }
    List<Found> found = new ArrayList<>();
    for (DataDirectory directory : directories(bucket, prefix)) {
      if (cancelled.getAsBoolean()) {
        break;
      }
      found.add(table(bucket, directory));
    }
    return found;
  }

  private List<DataDirectory> directories(String bucket, String prefix) throws IOException {
    Map<String, DataDirectory> directories = new LinkedHashMap<>();
    Iterator<ObjectSummary> all = objects.list(bucket, prefix);
    while (all.hasNext()) {
      ObjectSummary object = all.next();
      DataFile file = DataFile.of(object.key());
      if (file != null && object.size() > 0) {
        directories.computeIfAbsent(file.directory(), DataDirectory::new).add(file, object.size());
      }
    }
    return List.copyOf(directories.values());
  }

  private Found table(String bucket, DataDirectory directory) throws Exception {
    String location = "s3://" + bucket + "/" + directory.directory();
    JsonNode schema = schema(location);
    Map<String, String> columns = new LinkedHashMap<>();
    schema
        .path("columns")
        .forEach(c -> columns.put(c.path("name").asText(), c.path("type").asText()));
    ObjectNode table =
        TableDefinitions.ofFiles(
            TableDefinitions.name(directory.name(bucket)),
            location,
            schema.path("format").asText(),
            columns);
    ObjectNode parameters = (ObjectNode) table.get("Parameters");
    parameters.put("objectCount", Integer.toString(directory.files()));
    parameters.put("sizeKey", Long.toString(directory.bytes()));
    ArrayNode keys = (ArrayNode) table.get("PartitionKeys");
    directory.partitionKeys().forEach(k -> keys.addObject().put("Name", k).put("Type", "string"));
    return new Found(table, partitions(bucket, directory, table));
  }

  private JsonNode schema(String location) throws Exception {
    try {
      return schemas.apply(location).toCompletableFuture().get(SCHEMA_MINUTES, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw new IOException(
          "The schema of " + location + " could not be read: " + e.getCause().getMessage(), e);
    }
  }

  private static ArrayNode partitions(String bucket, DataDirectory directory, ObjectNode table) {
    ArrayNode partitions = Json.array();
    directory
        .partitions()
        .forEach(
            (path, values) -> {
              ObjectNode partition = partitions.addObject();
              values.forEach(partition.withArray("Values")::add);
              partition.set("TableName", table.get("Name"));
              ObjectNode storage = table.get("StorageDescriptor").deepCopy();
              storage.put("Location", "s3://" + bucket + "/" + path);
              partition.set("StorageDescriptor", storage);
            });
    return partitions;
  }
}
