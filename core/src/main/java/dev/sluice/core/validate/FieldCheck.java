package dev.sluice.core.validate;

/**
 * Checks the bytes of one column's fields; never given an empty range. One for each run: a check
 * may keep scratch space. A class, not an interface, since calls of the latter cost twice as much
 * before the second compiler.
 */
abstract class FieldCheck {
  /** The kind of violation, or null where the value is right. */
  abstract ViolationKind check(byte[] bytes, int from, int to);

  /** What would have been right, for a violation of that kind. */
  abstract String expected(ViolationKind kind);
}
