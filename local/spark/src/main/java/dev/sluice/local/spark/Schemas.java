package dev.sluice.local.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Reads the columns of the files below a prefix, as a crawler does. */
final class Schemas {
  /**
   * What the files hold.
   *
   * @param format parquet, csv or json
   * @param columns types by name, in Glue's notation, in order
   */
  record Found(String format, Map<String, String> columns) {}

  private Schemas() {}

  /**
   * Reads the schema.
   *
   * @throws PlainException where there are no files, or none whose name tells the format
   * @throws IOException where they cannot be listed
   */
  static Found read(SparkSession spark, String location) throws IOException {
    String format = format(spark.sparkContext().hadoopConfiguration(), location);
    var reader = spark.read().option("recursiveFileLookup", true);
    StructType schema =
        switch (format) {
          case "parquet" -> reader.parquet(location).schema();
          case "json" -> reader.option("prefersDecimal", true).json(location).schema();
          // A crawler calls whole numbers of text files bigint, since the next file may have a
          // larger one.
          default ->
              reader
                  .option("header", true)
                  .option("inferSchema", true)
                  .option("multiLine", true)
                  .option("escape", "\"")
                  .csv(location)
                  .schema();
        };
    Map<String, String> columns = new LinkedHashMap<>();
    boolean text = format.equals("csv");
    for (var field : schema.fields()) {
      String type = field.dataType().catalogString().replace("timestamp_ntz", "timestamp");
      columns.put(field.name(), text && type.equals("int") ? "bigint" : type);
    }
    return new Found(format, columns);
  }

  private static String format(Configuration configuration, String location) throws IOException {
    Path root = new Path(location);
    String seen = null;
    try {
      RemoteIterator<LocatedFileStatus> files =
          root.getFileSystem(configuration).listFiles(root, true);
      while (files.hasNext()) {
        LocatedFileStatus file = files.next();
        String name = file.getPath().getName().toLowerCase(Locale.ROOT);
        if (file.getLen() == 0 || name.startsWith("_") || name.startsWith(".")) {
          continue;
        }
        seen = name;
        String format = formatOf(name);
        if (format != null) {
          return format;
        }
      }
    } catch (FileNotFoundException absent) {
      throw new PlainException("there is no file in " + location);
    }
    throw new PlainException(
        seen == null
            ? "there is no file in " + location
            : "no file in %s ends with .parquet, .csv, .json or .jsonl, but one is %s"
                .formatted(location, seen));
  }

  private static String formatOf(String name) {
    String plain = name.replaceAll("\\.(gz|bz2|zst)$", "");
    if (plain.endsWith(".parquet")) {
      return "parquet";
    }
    if (plain.endsWith(".csv")) {
      return "csv";
    }
    return plain.endsWith(".json") || plain.endsWith(".jsonl") ? "json" : null;
  }
}
