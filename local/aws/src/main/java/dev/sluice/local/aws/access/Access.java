package dev.sluice.local.aws.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that a call does, in the terms of the Service Authorization Reference.
 *
 * @param action such as {@code s3:GetObject}; refusals name it as it is written here
 * @param resource ARN, or {@code *} for actions on no resource in particular
 * @param context condition keys and their values, such as {@code s3:prefix}
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/">actions,
 *     resources and condition keys by service</a>
 */
public record Access(String action, String resource, Map<String, List<String>> context) {
  /** Copies the context. */
  public Access {
    context = Map.copyOf(context);
  }

  /** Without condition keys of its own. */
  public static Access to(String action, String resource) {
    return new Access(action, resource, Map.of());
  }

  /** With one more condition key. */
  public Access when(String key, String... values) {
    Map<String, List<String>> more = new TreeMap<>(context);
    more.put(key, List.of(values));
    return new Access(action, resource, more);
  }

  /** {@code s3}, {@code glue}, …: what stands before the action's colon, in small letters. */
  public String service() {
    return action.substring(0, action.indexOf(':')).toLowerCase(java.util.Locale.ROOT);
  }
}
