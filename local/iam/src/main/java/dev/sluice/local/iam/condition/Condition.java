package dev.sluice.local.iam.condition;

import dev.sluice.local.iam.pattern.ConditionKeys;
import dev.sluice.local.iam.pattern.Template;
import dev.sluice.local.iam.request.Context;
import java.util.List;

/** One operator on one key. Immutable. */
public sealed interface Condition permits KeyPresence, KeyComparison {
  /** Whether the request is as the condition says. */
  boolean holds(Context context);

  /**
   * Reads a condition.
   *
   * @param operator as a policy writes it, for example {@code ForAllValues:StringLikeIfExists}
   * @param values at least one
   * @throws IllegalArgumentException where operator, key or a value are not known
   */
  static Condition of(String operator, String key, List<Template> values) {
    OperatorName name = OperatorName.of(operator);
    ConditionKeys.check(key);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("found no value, expected at least one");
    }
    String normal = ConditionKeys.normal(key);
    if (name.isNull()) {
      return KeyPresence.of(normal, values);
    }
    Operator compared = name.operator();
    return new KeyComparison(
        normal,
        name.quantifier(),
        compared.negated(),
        name.ifExists(),
        values.stream().map(compared.reader()).toList());
  }
}
