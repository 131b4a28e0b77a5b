package dev.sluice.local.iam.pattern;

/** What policy variables stand for in one request. */
@FunctionalInterface
public interface Variables {
  /** No variable has a value. */
  Variables NONE = key -> null;

  /**
   * The value of a condition key.
   *
   * @return null where the request does not carry the key, or carries several values
   */
  String value(String key);
}
