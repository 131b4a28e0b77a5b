package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.util.Locale;
import java.util.Map;

/** Tables as Glue's crawlers describe them. */
final class TableDefinitions {
  private static final String HADOOP = "org.apache.hadoop.";
  private static final String TEXT_IN = HADOOP + "mapred.TextInputFormat";
  private static final String TEXT_OUT = HADOOP + "hive.ql.io.HiveIgnoreKeyTextOutputFormat";

  private TableDefinitions() {}

  /** A table of files. */
  static ObjectNode ofFiles(
      String name, String location, String format, Map<String, String> columns) {
    ObjectNode table = table(name, location, format, columns);
    ObjectNode storage = (ObjectNode) table.get("StorageDescriptor");
    ObjectNode serde = storage.putObject("SerdeInfo");
    switch (format) {
      case "parquet" -> {
        storage.put("InputFormat", HADOOP + "hive.ql.io.parquet.MapredParquetInputFormat");
        storage.put("OutputFormat", HADOOP + "hive.ql.io.parquet.MapredParquetOutputFormat");
        serde.put("SerializationLibrary", HADOOP + "hive.ql.io.parquet.serde.ParquetHiveSerDe");
        serde.putObject("Parameters").put("serialization.format", "1");
      }
      case "json" -> {
        storage.put("InputFormat", TEXT_IN).put("OutputFormat", TEXT_OUT);
        serde.put("SerializationLibrary", "org.openx.data.jsonserde.JsonSerDe");
        serde.putObject("Parameters").put("paths", String.join(",", columns.keySet()));
      }
      default -> {
        storage.put("InputFormat", TEXT_IN).put("OutputFormat", TEXT_OUT);
        serde.put("SerializationLibrary", HADOOP + "hive.serde2.OpenCSVSerde");
        serde.putObject("Parameters").put("separatorChar", ",").put("quoteChar", "\"");
        ((ObjectNode) table.get("Parameters")).put("skip.header.line.count", "1");
      }
    }
    ((ObjectNode) table.get("Parameters")).put("typeOfData", "file");
    return table;
  }

  /** A table of a database behind a connection. */
  static ObjectNode ofDatabase(
      String name, String location, String engine, String connection, Map<String, String> columns) {
    ObjectNode table = table(name, location, engine, columns);
    ((ObjectNode) table.get("StorageDescriptor")).putObject("SerdeInfo").putObject("Parameters");
    ((ObjectNode) table.get("Parameters"))
        .put("typeOfData", "table")
        .put("connectionName", connection);
    return table;
  }

  private static ObjectNode table(
      String name, String location, String classification, Map<String, String> columns) {
    ObjectNode table = Json.object();
    table.put("Name", name).put("Owner", "owner").put("Retention", 0);
    ObjectNode storage = table.putObject("StorageDescriptor");
    var all = storage.putArray("Columns");
    columns.forEach(
        (column, type) ->
            all.addObject().put("Name", column.toLowerCase(Locale.ROOT)).put("Type", type));
    storage.put("Location", location).put("Compressed", false).put("NumberOfBuckets", -1);
    storage.putArray("BucketColumns");
    storage.putArray("SortColumns");
    storage.put("StoredAsSubDirectories", false);
    table.putArray("PartitionKeys");
    table.put("TableType", "EXTERNAL_TABLE");
    table.putObject("Parameters").put("classification", classification);
    return table;
  }

  /** A name that Glue accepts: lower case letters, digits and underscores. */
  static String name(String raw) {
    return raw.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
  }
}
