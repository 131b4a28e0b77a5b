package dev.sluice.local.iam.condition;

import dev.sluice.local.iam.pattern.Template;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * What a condition's operator does, prefix and suffix apart.
 *
 * @param reader makes a value of the policy ready
 * @param negated whether it holds where no value of the policy matches
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
record Operator(Function<Template, ValueTest> reader, boolean negated) {
  /** Every operator but {@code Null}, by its name. */
  static final Map<String, Operator> ALL = all();

  private static Map<String, Operator> all() {
    Map<String, Operator> all = new LinkedHashMap<>();
    both(all, "StringEquals", "StringNotEquals", Comparison.TEXT::of);
    both(
        all,
        "StringEqualsIgnoreCase",
        "StringNotEqualsIgnoreCase",
        Comparison.TEXT_IGNORING_CASE::of);
    both(all, "StringLike", "StringNotLike", Comparison.TEXT_PATTERN::of);
    // The page says of both that they behave identically.
    both(all, "ArnEquals", "ArnNotEquals", Comparison.ARN_PATTERN::of);
    both(all, "ArnLike", "ArnNotLike", Comparison.ARN_PATTERN::of);
    both(all, "IpAddress", "NotIpAddress", Comparison.ADDRESS::of);
    all.put("Bool", new Operator(Comparison.BOOLEAN::of, false));
    ordered(all, "Numeric", Operator::number);
    ordered(all, "Date", Operator::date);
    return all;
  }

  private static void both(
      Map<String, Operator> all,
      String name,
      String negation,
      Function<Template, ValueTest> reader) {
    all.put(name, new Operator(reader, false));
    all.put(negation, new Operator(reader, true));
  }

  private static void ordered(
      Map<String, Operator> all,
      String kind,
      Function<IntPredicate, Function<Template, ValueTest>> reader) {
    both(all, kind + "Equals", kind + "NotEquals", reader.apply(order -> order == 0));
    all.put(kind + "LessThan", new Operator(reader.apply(order -> order < 0), false));
    all.put(kind + "LessThanEquals", new Operator(reader.apply(order -> order <= 0), false));
    all.put(kind + "GreaterThan", new Operator(reader.apply(order -> order > 0), false));
    all.put(kind + "GreaterThanEquals", new Operator(reader.apply(order -> order >= 0), false));
  }

  private static Function<Template, ValueTest> number(IntPredicate verdict) {
    return Comparison.ordered("a number", Literals::number, Comparator.naturalOrder(), verdict);
  }

  private static Function<Template, ValueTest> date(IntPredicate verdict) {
    return Comparison.ordered(
        "a date as 2026-01-31T00:00:00Z or epoch seconds",
        Literals::date,
        Comparator.naturalOrder(),
        verdict);
  }
}
