package dev.sluice.local.iam.condition;

import dev.sluice.local.iam.request.Context;
import java.util.List;

/**
 * Compares the values of a key with those of the policy.
 *
 * @param key in small letters
 * @param negated whether no value of the policy may match
 * @param ifExists whether it holds where the key is missing
 * @param tests one for each value of the policy
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">Several
 *     keys or values</a>
 */
record KeyComparison(
    String key, Quantifier quantifier, boolean negated, boolean ifExists, List<ValueTest> tests)
    implements Condition {
  @Override
  public boolean holds(Context context) {
    List<String> values = context.values(key);
    if (values.isEmpty() && ifExists) {
      return true;
    }
    // An empty text is an empty set, as the page on sets of values says.
    if (quantifier != Quantifier.SINGLE && values.equals(List.of(""))) {
      values = List.of();
    }
    return quantifier.holds(values, value -> matches(value, context), negated);
  }

  private boolean matches(String value, Context context) {
    for (ValueTest test : tests) {
      if (test.matches(value, context)) {
        return true;
      }
    }
    return false;
  }
}
