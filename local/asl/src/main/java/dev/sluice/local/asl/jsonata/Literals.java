package dev.sluice.local.asl.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Parser.Symbol;
import dev.sluice.local.asl.jsonata.function.ExactInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Long numbers in the text of an expression, which the library reads as the nearest double. */
final class Literals {
  private static final Pattern LONG_NUMBER = Pattern.compile("(?<![\\w.])\\d{16,300}(?![\\w.])");

  private Literals() {}

  /** Gives the numbers of a compiled expression all their digits back, before its first use. */
  static void restore(String source, Jsonata expression) {
    Map<Integer, ExactInteger> byEnd = new HashMap<>();
    Matcher matcher = LONG_NUMBER.matcher(source);
    while (matcher.find()) {
      ExactInteger number = ExactInteger.of(matcher.group());
      if (number != null) {
        byEnd.put(matcher.end(), number);
      }
    }
    if (byEnd.isEmpty()) {
      return;
    }
    for (Symbol symbol : Syntax.all(Syntax.tree(expression))) {
      ExactInteger number = byEnd.get((Integer) Syntax.get(symbol, "position"));
      if (number != null && "number".equals(Syntax.type(symbol))) {
        Syntax.set(symbol, "value", number);
      }
    }
  }
}
