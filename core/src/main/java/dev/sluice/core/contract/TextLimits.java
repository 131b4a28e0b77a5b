package dev.sluice.core.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How much of a file may be one thing, so that no file costs more to refuse than to read.
 *
 * @param columns most columns of a header
 * @param headerBytes most bytes of all names in a header together, without delimiters and quotes
 * @param fieldBytes most bytes of one field, without the quotes around it
 */
public record TextLimits(int columns, int headerBytes, int fieldBytes) {
  /** What a contract may ask for at most: the validator holds one field in memory. */
  static final TextLimits HIGHEST = new TextLimits(100_000, 16 << 20, 16 << 20);

  private static final TextLimits USUAL = new TextLimits(1_000, 64 << 10, 1 << 20);

  /** What holds where a contract says nothing: enough for its own columns in any case. */
  static TextLimits standard(List<Column> columns) {
    TextLimits least = least(columns);
    return new TextLimits(
        Math.max(USUAL.columns, least.columns),
        Math.max(USUAL.headerBytes, least.headerBytes),
        Math.max(USUAL.fieldBytes, least.fieldBytes));
  }

  /** The least that lets a file with these columns pass. */
  static TextLimits least(List<Column> columns) {
    int all = 0;
    int longest = 1;
    for (Column column : columns) {
      int bytes = column.name().getBytes(StandardCharsets.UTF_8).length;
      all += bytes;
      longest = Math.max(longest, bytes);
    }
    return new TextLimits(columns.size(), all, longest);
  }
}
