package dev.sluice.glue.sql;

import dev.sluice.glue.failure.JobFailure;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One statement of a SQL file, not yet filled in.
 *
 * @param line where it starts, from 1
 * @param pieces its text
 */
public record SqlStatement(int line, List<SqlPiece> pieces) {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

  public SqlStatement {
    pieces = List.copyOf(pieces);
  }

  /**
   * The text from {@link #line} on, with every {@code ${name}} replaced, except in comments.
   *
   * @throws JobFailure where a name has no value, or a value could leave the quotes around its
   *     place
   */
  public String fill(Parameters parameters) {
    StringBuilder text = new StringBuilder();
    for (SqlPiece piece : pieces.stream().dropWhile(SqlPiece::isBlank).toList()) {
      text.append(piece.kind() == SqlPiece.Kind.COMMENT ? piece.text() : fill(piece, parameters));
    }
    return text.toString().strip();
  }

  private static String fill(SqlPiece piece, Parameters parameters) {
    Matcher place = PLACE.matcher(piece.text());
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      String value = parameters.value(place.group(1), piece.kind());
      place.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return place.appendTail(filled).toString();
  }
}
