package dev.sluice.glue.sql;

/** The text of a SQL file cannot be taken apart. */
final class SqlScriptException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int position;

  SqlScriptException(int position, String message) {
    super(message);
    this.position = position;
  }

  /** Index of the character at fault. */
  int position() {
    return position;
  }
}
