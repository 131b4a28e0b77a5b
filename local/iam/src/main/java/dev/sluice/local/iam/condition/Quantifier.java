package dev.sluice.local.iam.condition;

import java.util.List;
import java.util.function.Predicate;

/**
 * How the values of a key that may have several are taken together.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">Single-valued
 *     and multivalued context keys</a>
 */
enum Quantifier {
  /** For keys of one value; of several, one that matches is enough. */
  SINGLE("") {
    @Override
    boolean holds(List<String> values, Predicate<String> matches, boolean negated) {
      return negated ? values.stream().noneMatch(matches) : values.stream().anyMatch(matches);
    }
  },
  /** Every value of the request; also where there is none. */
  ALL_VALUES("ForAllValues:") {
    @Override
    boolean holds(List<String> values, Predicate<String> matches, boolean negated) {
      return values.stream().allMatch(value -> matches.test(value) != negated);
    }
  },
  /** At least one value of the request. */
  ANY_VALUE("ForAnyValue:") {
    @Override
    boolean holds(List<String> values, Predicate<String> matches, boolean negated) {
      return values.stream().anyMatch(value -> matches.test(value) != negated);
    }
  };

  private final String prefix;

  Quantifier(String prefix) {
    this.prefix = prefix;
  }

  String prefix() {
    return prefix;
  }

  /**
   * Whether the values are as the condition says.
   *
   * @param matches whether a value is one of the policy's
   * @param negated whether it should be none of them
   */
  abstract boolean holds(List<String> values, Predicate<String> matches, boolean negated);
}
