package dev.sluice.local.asl.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import dev.sluice.local.asl.jsonata.function.CorrectedLibrary;
import dev.sluice.local.asl.jsonata.function.Natives;
import dev.sluice.local.base.hash.Digest;
import dev.sluice.local.base.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The functions that Step Functions adds to JSONata. What the first page leaves open (rounding
 * towards zero, undefined results, a range of one number, the seeded random number) is as measured
 * on AWS by the second.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">AWS,
 *     Transforming data</a>
 * @see <a href="https://github.com/floci-io/floci/blob/main/docs/services/step-functions.md">Floci,
 *     Step Functions</a>
 */
final class StepFunctionsLibrary {
  private static final Set<String> DIGESTS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  /** AWS refuses a longer {@code $range}. */
  private static final int MOST_NUMBERS = 360_145;

  private StepFunctionsLibrary() {}

  static void define(Map<String, JFunction> functions) {
    Natives.add(functions, "partition", "<a-n:a>", (input, args) -> partition(args));
    Natives.add(functions, "range", "<n-nn?:x>", (input, args) -> range(args));
    Natives.add(functions, "hash", "<s-s?:s>", (input, args) -> hash(args));
    Natives.add(functions, "random", "<n?:n>", (input, args) -> random(args));
    Natives.add(functions, "uuid", "<:s>", (input, args) -> UUID.randomUUID().toString());
    Natives.add(functions, "parse", "<s-:x>", (input, args) -> parse(args));
    Natives.add(
        functions,
        "eval",
        "<sx?:x>",
        (input, args) -> {
          throw new JException("T1006", -1);
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
            (input, args) ->
                CorrectedLibrary.fromMillis(
                    Arrays.asList(millis, Natives.argument(args, 0), Natives.argument(args, 1))),
            "<s?s?:s>"));
  }

  private static Object partition(List<?> args) {
    if (!(args.get(0) instanceof List<?> items)) {
      return null;
    }
    int size = whole(args.get(1));
    if (size == 0 || items.isEmpty()) {
      return null;
    }
    if (size < 0) {
      throw new IllegalArgumentException("$partition's size must be 1 or more, found " + size);
    }
    List<Object> parts = new ArrayList<>();
    for (int from = 0; from < items.size(); from += size) {
      parts.add(new ArrayList<>(items.subList(from, Math.min(from + size, items.size()))));
    }
    return parts;
  }

  private static Object range(List<?> args) {
    if (args.get(0) == null || args.get(1) == null || Natives.argument(args, 2) == null) {
      return null;
    }
    int from = whole(args.get(0));
    int to = whole(args.get(1));
    int step = whole(args.get(2));
    if (step == 0 || (step > 0 ? from > to : from < to)) {
      return null;
    }
    if (Math.abs(((long) to - from) / step) >= MOST_NUMBERS) {
      throw new IllegalArgumentException("Expression evaluation memory limit exceeded");
    }
    // A sequence: a single number stands for itself.
    List<Object> numbers = Utils.createSequence();
    for (long n = from; step > 0 ? n <= to : n >= to; n += step) {
      numbers.add(Utils.convertNumber(n));
    }
    return numbers;
  }

  private static Object hash(List<?> args) {
    String algorithm = Natives.text(args, 1);
    if (args.get(0) == null || algorithm == null) {
      return null;
    }
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
    return new Random(seed.longValue()).nextDouble();
  }

  private static Object parse(List<?> args) {
    return args.get(0) instanceof String text ? JsonViews.of(Json.parse(text)) : null;
  }

  /** Towards zero, as AWS rounds the arguments of these functions. */
  private static int whole(Object number) {
    return (int) ((Number) number).doubleValue();
  }
}
