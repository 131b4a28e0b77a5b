package dev.sluice.glue;

import dev.sluice.core.text.Spelling;
import dev.sluice.glue.failure.JobFailure;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A job's arguments, as Glue hands them over: {@code --name value} pairs, ours among Glue's own
 * ({@code --JOB_NAME}, {@code --TempDir} and others that its documentation does not all list), some
 * without a value. So what is strange is ignored, unless it looks like a misspelt name of ours that
 * is missing.
 */
public final class Arguments {
  private static final Pattern NAME = Pattern.compile("--[A-Za-z][\\w-]*");

  private final Map<String, String> values;

  private Arguments(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the arguments.
   *
   * @param known names without dashes that the job understands
   * @throws JobFailure where a name is a misspelling of a known one that is not given, or a known
   *     one comes twice with two values
   */
  public static Arguments parse(String[] args, List<String> known) {
    Map<String, String> values = new LinkedHashMap<>();
    Set<String> strange = new LinkedHashSet<>();
    for (int i = 0; i < args.length; i++) {
      if (!NAME.matcher(args[i]).matches()) {
        continue;
      }
      String name = args[i].substring(2);
      boolean hasValue = i + 1 < args.length && !NAME.matcher(args[i + 1]).matches();
      String value = hasValue ? args[++i] : "";
      if (known.contains(name)) {
        put(values, name, value);
      } else {
        strange.add(name);
      }
    }
    strange.forEach(name -> refuseSlip(name, known, values.keySet()));
    return new Arguments(values);
  }

  private static void put(Map<String, String> values, String name, String value) {
    String earlier = values.put(name, value);
    if (earlier != null && !earlier.equals(value)) {
      throw new JobFailure(
          "argument --%s is given twice, '%s' and '%s'".formatted(name, earlier, value));
    }
  }

  /** A misspelt option would be left out in silence; Glue's own name beside it does no harm. */
  private static void refuseSlip(String name, List<String> known, Set<String> given) {
    known.stream()
        .filter(other -> !given.contains(other) && Spelling.isSlip(name, other))
        .findFirst()
        .ifPresent(
            meant -> {
              throw new JobFailure(
                  "unknown argument --%s; did you mean --%s?".formatted(name, meant));
            });
  }

  /** The value of an argument that must be there and not be empty. */
  public String required(String name) {
    return optional(name)
        .orElseThrow(() -> new JobFailure("argument --" + name + " is missing; the job needs it"));
  }

  /** The value of an argument; empty where it is absent or blank. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * An argument that is a location without the slash at its end, {@code s3://bucket} for example.
   */
  public String location(String name) {
    String value = required(name);
    if (!value.matches("[a-z][a-z0-9]*:/.*")) {
      throw new JobFailure(
          "--%s is '%s', expected a location such as s3://bucket".formatted(name, value));
    }
    return value.replaceAll("/+$", "");
  }
}
