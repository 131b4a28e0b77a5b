package dev.sluice.core.validate;

/**
 * One place where a file breaks its contract.
 *
 * @param line physical line, from 1; 0 where the file as a whole is meant
 * @param column which column of the line, from 1; 0 where the row or the file is meant
 * @param columnName the column's name in the file; empty where {@code column} is 0 or unnamed
 * @param kind in which way
 * @param found what is there; shortened, and hidden in personal columns
 * @param expected what the contract asks for
 */
public record Violation(
    long line, int column, String columnName, ViolationKind kind, String found, String expected) {

  /** One sentence for people, for example in a mail. */
  public String message() {
    StringBuilder text = new StringBuilder();
    if (line > 0) {
      text.append("line ").append(line);
      if (column > 0) {
        text.append(", column ").append(column);
        if (!columnName.isEmpty()) {
          text.append(" (").append(columnName).append(')');
        }
      }
      text.append(": ");
    }
    return text.append("found ").append(found).append(", expected ").append(expected).toString();
  }
}
