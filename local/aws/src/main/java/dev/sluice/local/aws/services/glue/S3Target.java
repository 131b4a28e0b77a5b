package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.asl.integration.ObjectSummary;
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
 * Finds the tables below a prefix: {@code key=value} directories are partitions, and of other
 * directories with data files {@link Grouping} says which make a table.
 *
 * @param path {@code s3://bucket/prefix}
 * @param schemas reads the columns of the files below a location
 */
record S3Target(
    String path,
    Grouping grouping,
    ObjectStore objects,
    Function<String, CompletionStage<JsonNode>> schemas)
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
    List<CrawledFolder> folders = new ArrayList<>();
    for (DataDirectory directory : directories(bucket, prefix)) {
      if (cancelled.getAsBoolean()) {
        return List.of();
      }
      folders.add(new CrawledFolder(directory, schema(bucket, directory)));
    }
    return grouping.tables(prefix, folders).stream().map(table -> found(bucket, table)).toList();
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

  private Schema schema(String bucket, DataDirectory directory) throws Exception {
    String location = "s3://" + bucket + "/" + directory.directory();
    try {
      return Schema.of(
          schemas.apply(location).toCompletableFuture().get(SCHEMA_MINUTES, TimeUnit.MINUTES));
    } catch (ExecutionException e) {
      throw new IOException(
          "The schema of " + location + " could not be read: " + e.getCause().getMessage(), e);
    }
  }

  private static Found found(String bucket, TableFolder folder) {
    Schema schema = Schema.union(folder.members().stream().map(CrawledFolder::schema).toList());
    ObjectNode table =
        TableDefinitions.ofFiles(
            TableDefinitions.name(folder.name(bucket)),
            "s3://" + bucket + "/" + folder.path(),
            schema.format(),
            schema.columns());
    ObjectNode parameters = (ObjectNode) table.get("Parameters");
    List<DataDirectory> data = folder.members().stream().map(CrawledFolder::directory).toList();
    parameters.put(
        "objectCount", Integer.toString(data.stream().mapToInt(DataDirectory::files).sum()));
    parameters.put("sizeKey", Long.toString(data.stream().mapToLong(DataDirectory::bytes).sum()));
    ArrayNode keys = (ArrayNode) table.get("PartitionKeys");
    for (int i = 0; i < folder.depth(); i++) {
      keys.addObject().put("Name", "partition_" + i).put("Type", "string");
    }
    data.get(0)
        .partitionKeys()
        .forEach(key -> keys.addObject().put("Name", key).put("Type", "string"));
    return new Found(table, new TablePartitions(bucket, folder, table).all());
  }
}
