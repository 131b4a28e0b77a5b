package dev.sluice.console.progress;

import dev.sluice.core.function.Counted;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a step counted, in words for people; scripts get the step's own numbers. */
public final class Counts {
  private static final int LONGEST_NUMBER = 15;

  private Counts() {}

  /** Such as {@code 23 valid, 2 invalid, 31,204 rows}; empty where the step counted nothing. */
  public static String words(StepProgress step) {
    Map<String, String> numbers = new LinkedHashMap<>();
    step.outcome()
        .forEach(
            (name, value) -> {
              if (value.matches("[0-9]{1," + LONGEST_NUMBER + "}")) {
                numbers.put(name, value);
              }
            });
    if (numbers.containsKey(Counted.VALID)) {
      // The rest counts calls of the validator, and files that a newer version has replaced.
      numbers.remove(Counted.SUCCEEDED);
      numbers.computeIfPresent(
          Counted.SUPERSEDED, (name, value) -> value.equals("0") ? null : value);
      numbers.computeIfPresent(Counted.FAILED, (name, value) -> value.equals("0") ? null : value);
    }
    return numbers.entrySet().stream()
        .map(
            e ->
                String.format(Locale.ROOT, "%,d", Long.parseLong(e.getValue()))
                    + " "
                    + e.getKey().replace('_', ' '))
        .collect(Collectors.joining(", "));
  }
}
