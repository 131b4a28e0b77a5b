package dev.sluice.console.chaos;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a table, as Spark names them: {@code part-00000-<uuid>-c000.snappy.parquet}.
 *
 * @param table folder and format of those that belong together, as {@code folder/*.parquet}
 * @param format parquet or csv; null for a file that is no such part
 */
record PartFile(String table, String format) {
  private static final Pattern NAME = Pattern.compile("(.*/)(?:part-[^/]*|\\*)\\.(parquet|csv)");

  static PartFile of(String key) {
    Matcher name = NAME.matcher(key);
    return name.matches()
        ? new PartFile(name.group(1) + "*." + name.group(2), name.group(2))
        : new PartFile(key, null);
  }

  boolean isTable() {
    return format != null;
  }
}
