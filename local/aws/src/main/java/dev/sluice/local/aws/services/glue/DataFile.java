package dev.sluice.local.aws.services.glue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A file that holds a table's rows.
 *
 * @param directory the table's directory, with a slash at its end, empty for the bucket itself
 * @param path the file's own directory
 * @param partition values by key, outermost first
 */
record DataFile(String directory, String path, Map<String, String> partition) {
  /** Null for what readers of data ignore: markers, hidden files, other formats. */
  static DataFile of(String key) {
    int cut = key.lastIndexOf('/') + 1;
    String name = key.substring(cut).toLowerCase(Locale.ROOT);
    if (name.startsWith("_")
        || name.startsWith(".")
        || !name.matches(".*\\.(parquet|csv|json|jsonl)(\\.(gz|bz2|zst))?")) {
      return null;
    }
    String path = key.substring(0, cut);
    StringBuilder directory = new StringBuilder();
    Map<String, String> partition = new LinkedHashMap<>();
    for (String part : path.isEmpty() ? new String[0] : path.split("/")) {
      int equals = part.indexOf('=');
      if (part.startsWith("_") || part.startsWith(".")) {
        return null;
      }
      if (equals > 0) {
        partition.put(part.substring(0, equals), value(part.substring(equals + 1)));
      } else if (partition.isEmpty()) {
        directory.append(part).append('/');
      }
    }
    return new DataFile(directory.toString(), path, partition);
  }

  private static String value(String escaped) {
    try {
      return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEscaped) {
      return escaped;
    }
  }
}
