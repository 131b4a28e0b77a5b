package dev.sluice.local.asl.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import com.dashjoin.jsonata.Utils;
import dev.sluice.local.base.hash.Digest;
import dev.sluice.local.base.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The functions that Step Functions adds to JSONata.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">AWS,
 *     Transforming data</a>
 */
final class StepFunctionsLibrary {
  private static final Set<String> DIGESTS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  private StepFunctionsLibrary() {}

  static void register(Jsonata expression) {
    add(expression, "partition", "<a-n:a>", (input, args) -> partition(args));
    add(expression, "range", "<n-nn:a>", (input, args) -> range(args));
    add(expression, "hash", "<s-s:s>", (input, args) -> hash(args));
    add(expression, "random", "<n?:n>", (input, args) -> random(args));
    add(expression, "uuid", "<:s>", (input, args) -> UUID.randomUUID().toString());
    add(expression, "parse", "<s-:x>", (input, args) -> parse(args));
    add(
        expression,
        "eval",
        "<sx?:x>",
        (input, args) -> {
          throw new IllegalArgumentException("$eval is not available in Step Functions");
        });
  }

  /**
   * Binds $now and $millis: the library's own show the time of whichever expression the thread
   * compiled last.
   */
  static void bindTime(Jsonata.Frame frame, long millis) {
    frame.bind("millis", new JFunction((input, args) -> millis, "<:n>"));
    frame.bind(
        "now",
        new JFunction(
            (input, args) -> Functions.dateTimeFromMillis(millis, text(args, 0), text(args, 1)),
            "<s?s?:s>"));
  }

  private static String text(List<?> args, int index) {
    return index < args.size() ? (String) args.get(index) : null;
  }

  private static void add(
      Jsonata expression, String name, String signature, JFunctionCallable body) {
    expression.registerFunction(name, new JFunction(body, signature));
  }

  private static Object partition(List<?> args) {
    if (!(args.get(0) instanceof List<?> items)) {
      return null;
    }
    int size = whole(args.get(1), "$partition's size");
    if (size < 1) {
      throw new IllegalArgumentException("$partition's size must be 1 or more, found " + size);
    }
    List<Object> parts = new ArrayList<>();
    for (int from = 0; from < items.size(); from += size) {
      parts.add(new ArrayList<>(items.subList(from, Math.min(from + size, items.size()))));
    }
    return parts;
  }

  private static Object range(List<?> args) {
    int from = whole(args.get(0), "$range's start");
    int to = whole(args.get(1), "$range's end");
    int step = whole(args.get(2), "$range's step");
    if (step == 0) {
      throw new IllegalArgumentException("$range's step must not be 0");
    }
    List<Object> numbers = new ArrayList<>();
    for (long n = from; step > 0 ? n <= to : n >= to; n += step) {
      numbers.add(Utils.convertNumber(n));
    }
    return numbers;
  }

  private static Object hash(List<?> args) {
    String algorithm = (String) args.get(1);
    if (!DIGESTS.contains(algorithm)) {
      throw new IllegalArgumentException(
          "$hash knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512, found " + algorithm);
    }
    byte[] bytes = ((String) args.get(0)).getBytes(StandardCharsets.UTF_8);
    return Digest.hex(algorithm, bytes);
  }

  private static Object random(List<?> args) {
    if (args.isEmpty() || !(args.get(0) instanceof Number seed)) {
      return ThreadLocalRandom.current().nextDouble();
    }
    return new Random(Double.doubleToLongBits(seed.doubleValue())).nextDouble();
  }

  private static Object parse(List<?> args) {
    return args.get(0) instanceof String text ? JsonViews.of(Json.parse(text)) : null;
  }

  private static int whole(Object value, String what) {
    if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
      return number.intValue();
    }
    throw new IllegalArgumentException(what + " must be a whole number, found " + value);
  }
}
