package dev.sluice.core.audit;

/** Names in an error that the audit table keeps of an invalid file. */
public final class ErrorField {
  /** The line; absent where the whole file is meant. */
  public static final String LINE = "line";

  /** The column, counted from 1; absent where the whole line is meant. */
  public static final String COLUMN = "column";

  /** The column's name. */
  public static final String NAME = "name";

  /** What sort of violation it is. */
  public static final String KIND = "kind";

  /** What was found and what was expected. */
  public static final String MESSAGE = "message";

  private ErrorField() {}
}
