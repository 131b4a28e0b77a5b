package dev.sluice.glue.sql;

/**
 * A stretch of a statement's text.
 *
 * @param kind what it is to Spark
 * @param text as written, quotes and comment marks included
 */
record SqlPiece(Kind kind, String text) {
  /** What a stretch of text is. */
  enum Kind {
    CODE,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    BACK_QUOTED,
    COMMENT
  }

  boolean isBlank() {
    return kind == Kind.COMMENT || (kind == Kind.CODE && text.isBlank());
  }
}
