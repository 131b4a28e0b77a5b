package dev.sluice.local.asl.jsonata.function;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Functions of JSONata that the library answers otherwise than the reference implementation does,
 * and what it lacks. docs/jsonata.md lists the differences.
 */
public final class CorrectedLibrary {
  /** From here on a number is no long, so the library's integer pictures do not hold it. */
  private static final double LARGE = 1e18;

  private CorrectedLibrary() {}

  public static void define(Map<String, JFunction> functions) {
    Natives.add(functions, "string", "<x-b?:s>", (input, args) -> string(input, args));
    Natives.add(functions, "number", "<(nsb)-:n>", (input, args) -> number(args));
    Natives.add(functions, "substring", "<s-nn?:s>", (input, args) -> substring(args));
    Natives.add(functions, "contains", "<s-(sf):b>", (input, args) -> Matchers.contains(args));
    Natives.add(functions, "match", "<s-f<s:o>n?:a<o>>", (input, args) -> Matchers.match(args));
    Natives.add(functions, "split", "<s-(sf)n?:a<s>>", (input, args) -> Matchers.split(args));
    Natives.add(functions, "replace", "<s-(sf)(sf)n?:s>", (input, args) -> Matchers.replace(args));
    Natives.add(functions, "formatNumber", "<n-so?:s>", (input, args) -> formatNumber(args));
    Natives.add(functions, "formatInteger", "<n-s:s>", (input, args) -> formatInteger(args));
    Natives.add(functions, "parseInteger", "<s-s:n>", (input, args) -> parseInteger(args));
    Natives.add(functions, "fromMillis", "<n-s?s?:s>", (input, args) -> fromMillis(args));
    Natives.add(functions, "clone", "<(oa)-:o>", (input, args) -> Copies.ofJson(args.get(0)));
    Natives.add(
        functions,
        "sort",
        "<af?:a>",
        (input, args) ->
            StableSort.sort((List<?>) Natives.argument(args, 0), Natives.argument(args, 1)));
  }

  private static Object string(Object input, List<?> arguments) {
    Object value = arguments.isEmpty() ? input : arguments.get(0);
    return ValueText.of(value, Boolean.TRUE.equals(Natives.argument(arguments, 1)));
  }

  private static Object number(List<?> arguments) {
    Object value = Natives.argument(arguments, 0);
    Number exact = value instanceof String text ? ExactInteger.of(text) : null;
    return exact == null ? Functions.number(value) : exact;
  }

  private static Object substring(List<?> arguments) {
    String text = Natives.text(arguments, 0);
    return text == null
        ? null
        : CodePoints.substring(text, Natives.number(arguments, 1), Natives.number(arguments, 2));
  }

  private static Object formatNumber(List<?> arguments) {
    Number number = Natives.number(arguments, 0);
    Object options = Natives.argument(arguments, 2);
    return number == null
        ? null
        : NumberFormat.format(
            number, Natives.text(arguments, 1), options instanceof Map<?, ?> map ? map : null);
  }

  private static Object formatInteger(List<?> arguments) {
    Number number = Natives.number(arguments, 0);
    String picture = Natives.text(arguments, 1);
    if (number == null) {
      return null;
    }
    return Math.abs(number.doubleValue()) >= LARGE && NumberWords.isPicture(picture)
        ? NumberWords.of(number.doubleValue(), picture)
        : Functions.formatInteger(number, picture);
  }

  private static Object parseInteger(List<?> arguments) throws ParseException {
    String text = Natives.text(arguments, 0);
    String picture = Natives.text(arguments, 1);
    if (text != null && NumberWords.isPicture(picture) && NumberWords.isLarge(text)) {
      return Utils.convertNumber(NumberWords.parse(text));
    }
    OptionalInt zero = text == null ? OptionalInt.empty() : DigitFamily.zero(picture);
    return zero.isEmpty()
        ? Functions.parseInteger(text, picture)
        : Functions.parseInteger(
            DigitFamily.ascii(text, zero.getAsInt()),
            DigitFamily.picture(picture, zero.getAsInt()));
  }

  /** JSONata's {@code $fromMillis}, also behind {@code $now}. */
  public static Object fromMillis(List<?> arguments) {
    Number millis = Natives.number(arguments, 0);
    String picture = Natives.text(arguments, 1);
    String timezone = Natives.text(arguments, 2);
    if (millis == null) {
      return null;
    }
    String resolved =
        picture == null ? null : IsoWeeks.resolve(picture, millis.longValue(), timezone);
    return Functions.dateTimeFromMillis(millis, resolved, timezone);
  }
}
