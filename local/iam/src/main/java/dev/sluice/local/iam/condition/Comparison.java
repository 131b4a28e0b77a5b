package dev.sluice.local.iam.condition;

import dev.sluice.local.iam.pattern.Arn;
import dev.sluice.local.iam.pattern.ArnPattern;
import dev.sluice.local.iam.pattern.Template;
import dev.sluice.local.iam.pattern.TextPattern;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** The ways of comparing that operators stand for. */
enum Comparison {
  TEXT {
    @Override
    ValueTest of(Template value) {
      return (found, variables) -> found.equals(value.text(variables));
    }
  },
  TEXT_IGNORING_CASE {
    @Override
    ValueTest of(Template value) {
      return (found, variables) -> found.equalsIgnoreCase(value.text(variables));
    }
  },
  TEXT_PATTERN {
    @Override
    ValueTest of(Template value) {
      return new TextPattern(value)::matches;
    }
  },
  ARN_PATTERN {
    @Override
    ValueTest of(Template value) {
      ArnPattern pattern = ArnPattern.of(value);
      return (found, variables) -> {
        Arn arn = Arn.orNull(found);
        return arn != null && pattern.matches(arn, variables);
      };
    }
  },
  BOOLEAN {
    @Override
    ValueTest of(Template value) {
      boolean expected = Literals.bool(fixed(value));
      return (found, variables) -> found.equalsIgnoreCase(String.valueOf(expected));
    }
  },
  ADDRESS {
    @Override
    ValueTest of(Template value) {
      AddressRange range = AddressRange.of(fixed(value));
      return (found, variables) -> range.holds(found);
    }
  };

  /**
   * Reads a value of the policy.
   *
   * @throws IllegalArgumentException where it cannot be compared in this way
   */
  abstract ValueTest of(Template value);

  /** The value where policy variables are not allowed. */
  static String fixed(Template value) {
    if (!value.constant()) {
      throw new IllegalArgumentException(
          "found the policy variable '" + value + "', which only String and Arn operators take");
    }
    return value.text(key -> null);
  }

  /**
   * Compares by order: numbers and dates.
   *
   * @param reader null for what is not of the kind, which matches nothing
   * @param verdict on how the request's value compares with the policy's
   */
  static <T> Function<Template, ValueTest> ordered(
      String kind, Function<String, T> reader, Comparator<T> order, IntPredicate verdict) {
    return value -> {
      T expected = reader.apply(fixed(value));
      if (expected == null) {
        throw new IllegalArgumentException("found '" + value + "', expected " + kind);
      }
      return (found, variables) -> {
        T actual = reader.apply(found);
        return actual != null && verdict.test(order.compare(actual, expected));
      };
    };
  }
}
