package dev.sluice.local.iam.condition;

import dev.sluice.local.iam.pattern.Template;
import dev.sluice.local.iam.request.Context;
import java.util.List;

/**
 * The operator {@code Null}: whether the request carries a key at all.
 *
 * @param key in small letters
 * @param missing whether it holds where the key is missing
 * @param present whether it holds where it is there
 */
record KeyPresence(String key, boolean missing, boolean present) implements Condition {
  static KeyPresence of(String key, List<Template> values) {
    List<Boolean> wanted =
        values.stream().map(value -> Literals.bool(Comparison.fixed(value))).toList();
    return new KeyPresence(key, wanted.contains(true), wanted.contains(false));
  }

  @Override
  public boolean holds(Context context) {
    return context.values(key).isEmpty() ? missing : present;
  }
}
