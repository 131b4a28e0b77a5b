package dev.sluice.core.validate;

import java.util.Locale;

/** In which way a file breaks its contract. */
public enum ViolationKind {
  /** No byte in it, or nothing but blank lines. */
  EMPTY_FILE(true),
  /** More or fewer bytes than allowed. */
  FILE_SIZE(true),
  /** Binary content, or text in an encoding that is not UTF-8 at all. */
  NOT_CSV(true),
  /** A header column is missing, unknown, doubled or in another place. */
  HEADER(true),
  /** The file ends within a row. */
  TRUNCATED(true),
  /** More or fewer rows than allowed. */
  ROW_COUNT(true),
  /** Bytes that are not UTF-8. */
  ENCODING(false),
  /** Quotes or line breaks where CSV does not allow them. */
  SYNTAX(false),
  /** More or fewer fields than columns. */
  ROW_LENGTH(false),
  /** An empty field in a column that is not nullable. */
  NULL(false),
  /** Not a value of the column's type. */
  TYPE(false),
  /** Below the column's minimum or above its maximum. */
  RANGE(false),
  /** Not of the column's pattern. */
  PATTERN(false),
  /** Not one of the column's values. */
  VALUE(false),
  /** The unique key of an earlier row. */
  DUPLICATE(false);

  private final boolean ofFile;

  ViolationKind(boolean ofFile) {
    this.ofFile = ofFile;
  }

  /** True where the whole file is wrong, which no tolerance for bad rows forgives. */
  public boolean isOfFile() {
    return ofFile;
  }

  /**
   * True where the row has no value that its columns could hold, so that a file that is valid in
   * spite of it goes on without the row. A row that breaks other rules only is passed on.
   */
  public boolean isUnreadable() {
    return switch (this) {
      case RANGE, PATTERN, VALUE, DUPLICATE -> false;
      default -> true;
    };
  }

  /** The word used in reports, for example {@code row_length}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
