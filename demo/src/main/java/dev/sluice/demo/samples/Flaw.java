package dev.sluice.demo.samples;

/** In which way a sample file is wrong, and what a validator should say of it. */
public enum Flaw {
  /** The column {@code Region} is missing, in the header and in every row. */
  MISSING_COLUMN("header", "'Region'"),
  /** {@code 13/45/2019} as the date on line 812. */
  BAD_DATE("type", "line 812, column 1 (Date)"),
  /** A revenue below 0. */
  NEGATIVE_REVENUE("range", "(Forecasted Monthly Revenue)"),
  /** The file ends within its last row. */
  TRUNCATED("truncated", "cut off"),
  /** Windows-1252 instead of UTF-8. */
  ENCODING("encoding", "UTF-8"),
  /** No byte in it. */
  EMPTY("empty_file", "an empty file"),
  /** A ZIP archive with the name of a CSV file. */
  NOT_CSV("not_csv", "ZIP archive");

  private final String kind;
  private final String reason;

  Flaw(String kind, String reason) {
    this.kind = kind;
    this.reason = reason;
  }

  /** The kind of violation expected, as error reports write it. */
  public String kind() {
    return kind;
  }

  /** A part of the expected first violation's message. */
  public String reason() {
    return reason;
  }
}
