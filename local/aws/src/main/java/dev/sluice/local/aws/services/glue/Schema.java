package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the files of a folder hold.
 *
 * @param format parquet, csv or json
 * @param columns types by name, in the files' order
 */
record Schema(String format, Map<String, String> columns) {
  Schema {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** As the Spark worker tells it. */
  static Schema of(JsonNode read) {
    Map<String, String> columns = new LinkedHashMap<>();
    read.path("columns")
        .forEach(c -> columns.put(c.path("name").asText(), c.path("type").asText()));
    return new Schema(read.path("format").asText(), columns);
  }

  /** All columns of all; where types differ, a string, which holds either. */
  static Schema union(Collection<Schema> all) {
    Map<String, String> columns = new LinkedHashMap<>();
    String format = "";
    for (Schema schema : all) {
      format = schema.format();
      schema.columns().forEach((n, t) -> columns.merge(n, t, (a, b) -> a.equals(b) ? a : "string"));
    }
    return new Schema(format, columns);
  }
}
