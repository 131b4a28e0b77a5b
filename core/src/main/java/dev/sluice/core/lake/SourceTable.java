package dev.sluice.core.lake;

import java.util.Locale;

/**
 * A table of a source database, and the folder of the lake that its export writes. Two tables whose
 * {@link #target} is the same must not be exported to one place: the later would replace the
 * earlier.
 *
 * @param schema as the database spells it
 * @param name as the database spells it; may contain dots
 */
public record SourceTable(String schema, String name) {
  /** The schema of a table that names none. */
  public static final String DEFAULT_SCHEMA = "public";

  /**
   * Reads {@code table} (in schema public) or {@code schema.table}; only the first dot divides.
   * Letters keep their case and nothing is quoted, since the names go to the database as they are.
   */
  public static SourceTable parse(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new SourceTable(DEFAULT_SCHEMA, text)
        : new SourceTable(text.substring(0, dot), text.substring(dot + 1));
  }

  /** The name of the table's folder in the lake, without slashes. */
  public String folder() {
    return schema.equals(DEFAULT_SCHEMA) ? name : schema + "_" + name;
  }

  /**
   * What tells exports apart: the folder as the strictest of its readers compares it. SQL, crawlers
   * and some file systems take capitals for small letters, and crawlers write an underscore for
   * whatever is no letter or digit.
   */
  public String target() {
    return folder().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
  }
}
