package dev.sluice.local.asl.jsonata.function;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * JSONata's functions that take a matcher: the library's own take regular expressions only, and do
 * not refuse those that match nothing.
 *
 * @see <a href="https://docs.jsonata.org/string-functions">JSONata, String functions</a>
 */
final class Matchers {
  private Matchers() {}

  static Object contains(List<?> arguments) throws Throwable {
    String text = Natives.text(arguments, 0);
    Object token = Natives.argument(arguments, 1);
    if (text == null) {
      return null;
    }
    return token instanceof String literal ? text.contains(literal) : Match.any(text, token);
  }

  static Object match(List<?> arguments) throws Throwable {
    String text = Natives.text(arguments, 0);
    if (text == null) {
      return null;
    }
    List<Object> found = Utils.createSequence();
    for (Match match :
        Match.all(text, Natives.argument(arguments, 1), limit(arguments, 2, "D3040"))) {
      found.add(match.value());
    }
    return found;
  }

  static Object split(List<?> arguments) throws Throwable {
    String text = Natives.text(arguments, 0);
    if (text == null) {
      return null;
    }
    Object separator = Natives.argument(arguments, 1);
    int limit = limit(arguments, 2, "D3020");
    if (separator instanceof String literal) {
      return CodePoints.split(text, literal, limit);
    }
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (Match match : Match.all(text, separator, limit)) {
      pieces.add(text.substring(from, match.start()));
      from = match.end();
    }
    if (pieces.size() < limit) {
      pieces.add(text.substring(from));
    }
    return pieces;
  }

  static Object replace(List<?> arguments) throws Throwable {
    String text = Natives.text(arguments, 0);
    if (text == null) {
      return null;
    }
    Object pattern = Natives.argument(arguments, 1);
    Object replacement = Natives.argument(arguments, 2);
    int limit = limit(arguments, 3, "D3011");
    if ("".equals(pattern)) {
      throw new JException("D3010", -1, "");
    }
    boolean isLiteral = pattern instanceof String;
    Object matcher = isLiteral ? Pattern.compile(Pattern.quote((String) pattern)) : pattern;
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (Match match : Match.all(text, matcher, limit)) {
      out.append(text, from, match.start());
      if (!(replacement instanceof String template)) {
        out.append(called(replacement, match));
      } else {
        out.append(isLiteral ? template : Replacement.expand(template, match));
      }
      from = match.end();
    }
    return out.append(text.substring(from)).toString();
  }

  private static String called(Object function, Match match) throws Throwable {
    Object result = Functions.funcApply(function, new ArrayList<>(List.of(match.value())));
    if (result instanceof String text) {
      return text;
    }
    throw new JException("D3012", -1, String.valueOf(result));
  }

  private static int limit(List<?> arguments, int index, String code) {
    Number limit = Natives.number(arguments, index);
    if (limit == null) {
      return Integer.MAX_VALUE;
    }
    if (limit.doubleValue() < 0) {
      throw new JException(code, -1, limit);
    }
    return (int) Math.ceil(limit.doubleValue());
  }
}
