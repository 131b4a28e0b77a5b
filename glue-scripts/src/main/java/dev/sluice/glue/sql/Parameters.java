package dev.sluice.glue.sql;

import dev.sluice.glue.failure.JobFailure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The values of {@code ${name}} in SQL files. A value stands for text within quotes, or outside of
 * them for one number or one plain name; it can never end a quote, start a comment or add code.
 */
public final class Parameters {
  private static final Pattern BARE = Pattern.compile("-?\\d+(\\.\\d+)?|[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Map<String, String> values;

  /** Takes the values by name. */
  public Parameters(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The checked value for a place of that kind. */
  String value(String name, SqlPiece.Kind place) {
    String value = values.get(name);
    if (value == null) {
      throw new JobFailure(
          "${%s} has no value; there are %s. Start the run with \"parameters\": {\"%s\": …}"
              .formatted(name, values.keySet(), name));
    }
    if (!fits(value, place)) {
      throw new JobFailure(
          "parameter %s is '%s', expected %s".formatted(name, value, expectation(place)));
    }
    return value;
  }

  private static boolean fits(String value, SqlPiece.Kind place) {
    return switch (place) {
      case CODE -> BARE.matcher(value).matches();
      case SINGLE_QUOTED -> isPlain(value, '\'');
      case DOUBLE_QUOTED -> isPlain(value, '"');
      case BACK_QUOTED -> isPlain(value, '`');
      case COMMENT -> true;
    };
  }

  private static boolean isPlain(String value, char quote) {
    return value.indexOf(quote) < 0
        && value.indexOf('\\') < 0
        && !value.contains("${")
        && !CONTROL.matcher(value).find();
  }

  private static String expectation(SqlPiece.Kind place) {
    return place == SqlPiece.Kind.CODE
        ? "a number or a plain name, since the SQL has it outside of quotes"
        : "text without quotes, backslashes, ${ and control characters";
  }
}
