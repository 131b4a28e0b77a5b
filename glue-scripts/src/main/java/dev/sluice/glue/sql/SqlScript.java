package dev.sluice.glue.sql;

import dev.sluice.glue.failure.JobFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of SQL statements, separated by semicolons.
 *
 * @param name for messages, the file's name
 * @param statements in order; those of comments only are left out
 */
public record SqlScript(String name, List<SqlStatement> statements) {
  public SqlScript {
    statements = List.copyOf(statements);
  }

  /**
   * Takes a file apart.
   *
   * @throws JobFailure where a quote or comment is not closed, or there is no statement, naming
   *     file and line
   */
  public static SqlScript parse(String name, String text) {
    SqlScanner scanner = new SqlScanner(text);
    List<SqlStatement> statements = new ArrayList<>();
    List<SqlPiece> pieces = new ArrayList<>();
    int line = 1;
    try {
      while (!scanner.done()) {
        if (scanner.passedSemicolon()) {
          add(statements, pieces, line);
          pieces = new ArrayList<>();
          continue;
        }
        int start = scanner.position();
        SqlPiece piece = scanner.next();
        if (pieces.stream().allMatch(SqlPiece::isBlank)) {
          line = lineOf(text, start + leadingBlanks(piece));
        }
        pieces.add(piece);
      }
    } catch (SqlScriptException e) {
      throw new JobFailure(
          "%s, line %d: %s".formatted(name, lineOf(text, e.position()), e.getMessage()), e);
    }
    add(statements, pieces, line);
    if (statements.isEmpty()) {
      throw new JobFailure(name + " holds no statement; expected one or more, separated by ;");
    }
    return new SqlScript(name, statements);
  }

  private static void add(List<SqlStatement> statements, List<SqlPiece> pieces, int line) {
    if (!pieces.stream().allMatch(SqlPiece::isBlank)) {
      statements.add(new SqlStatement(line, pieces));
    }
  }

  private static int leadingBlanks(SqlPiece piece) {
    return piece.isBlank() ? 0 : piece.text().length() - piece.text().stripLeading().length();
  }

  private static int lineOf(String text, int position) {
    return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
  }
}
