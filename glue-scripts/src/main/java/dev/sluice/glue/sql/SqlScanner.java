package dev.sluice.glue.sql;

import dev.sluice.glue.sql.SqlPiece.Kind;

/**
 * Cuts SQL text into code, quoted stretches and comments, by Spark's lexical rules: a backslash
 * escapes in strings but not in raw ones ({@code r'…'}), back quotes are doubled, block comments
 * nest, hints are code. https://spark.apache.org/docs/latest/sql-ref-literals.html
 */
final class SqlScanner {
  private final String text;
  private int at;

  SqlScanner(String text) {
    this.text = text;
  }

  boolean done() {
    return at >= text.length();
  }

  int position() {
    return at;
  }

  /** True where the next character ends a statement; it is passed over. */
  boolean passedSemicolon() {
    if (text.charAt(at) == ';') {
      at++;
      return true;
    }
    return false;
  }

  /** The next stretch; code ends before a quote, a comment or a semicolon. */
  SqlPiece next() {
    int start = at;
    Kind kind = kindHere();
    switch (kind) {
      case SINGLE_QUOTED, DOUBLE_QUOTED -> string(start);
      case BACK_QUOTED -> at = closing('`', start + 1, false);
      case COMMENT -> comment();
      case CODE -> code();
    }
    return new SqlPiece(kind, text.substring(start, at));
  }

  private Kind kindHere() {
    return switch (text.charAt(at)) {
      case '\'' -> Kind.SINGLE_QUOTED;
      case '"' -> Kind.DOUBLE_QUOTED;
      case '`' -> Kind.BACK_QUOTED;
      default -> startsComment() ? Kind.COMMENT : Kind.CODE;
    };
  }

  private boolean startsComment() {
    return text.startsWith("--", at) || (text.startsWith("/*", at) && !text.startsWith("/*+", at));
  }

  private void code() {
    do {
      at++;
    } while (!done() && text.charAt(at) != ';' && kindHere() == Kind.CODE);
  }

  private void string(int start) {
    at = closing(text.charAt(start), start + 1, !isRaw(start));
  }

  /** A raw string has an r before its quote which is not the end of a longer word. */
  private boolean isRaw(int quote) {
    boolean r = quote > 0 && (text.charAt(quote - 1) == 'r' || text.charAt(quote - 1) == 'R');
    return r && (quote < 2 || !Character.isJavaIdentifierPart(text.charAt(quote - 2)));
  }

  private int closing(char quote, int from, boolean escapes) {
    for (int i = from; i < text.length(); i++) {
      if (escapes && text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i + 1;
      }
    }
    throw new SqlScriptException(from - 1, "the quote " + quote + " is never closed");
  }

  private void comment() {
    if (text.charAt(at) == '-') {
      while (!done() && text.charAt(at) != '\n') {
        at++;
      }
      return;
    }
    int start = at;
    int depth = 0;
    do {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && !done());
    if (depth > 0) {
      throw new SqlScriptException(start, "the comment is never closed with */");
    }
  }
}
