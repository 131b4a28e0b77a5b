package dev.sluice.glue;

import dev.sluice.core.text.Spelling;
import dev.sluice.glue.failure.JobFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A job's arguments, as Glue hands them over: {@code --name value} pairs, ours among Glue's own
 * ({@code --JOB_NAME}, {@code --TempDir} and others that its documentation does not all list). So a
 * strange name is ignored, unless it looks like a misspelt one of ours.
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
   * @throws JobFailure where a name is a misspelling of a known one, or comes twice with two values
   */
  public static Arguments parse(String[] args, List<String> known) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < args.length; i++) {
      String name = args[i];
      if (!NAME.matcher(name).matches()) {
        throw new JobFailure(
            "argument %d is '%s', expected a name such as --%s"
                .formatted(i + 1, name, known.get(0)));
      }
      boolean hasValue = i + 1 < args.length && !NAME.matcher(args[i + 1]).matches();
      String value = hasValue ? args[++i] : "";
      put(values, name.substring(2), value, known);
    }
    return new Arguments(values);
  }

  private static void put(
      Map<String, String> values, String name, String value, List<String> known) {
    if (!known.contains(name)) {
      known.stream()
          .filter(other -> Spelling.isSlip(name, other))
          .findFirst()
          .ifPresent(
              meant -> {
                throw new JobFailure(
                    "unknown argument --%s; did you mean --%s?".formatted(name, meant));
              });
      return;
    }
    String earlier = values.put(name, value);
    if (earlier != null && !earlier.equals(value)) {
      throw new JobFailure(
          "argument --%s is given twice, '%s' and '%s'".formatted(name, earlier, value));
    }
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
