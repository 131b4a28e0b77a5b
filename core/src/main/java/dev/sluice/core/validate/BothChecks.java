package dev.sluice.core.validate;

/** The first check's verdict, or else the second's. */
final class BothChecks extends FieldCheck {
  private final FieldCheck first;
  private final FieldCheck second;

  BothChecks(FieldCheck first, FieldCheck second) {
    this.first = first;
    this.second = second;
  }

  @Override
  ViolationKind check(byte[] bytes, int from, int to) {
    ViolationKind kind = first.check(bytes, from, to);
    return kind != null ? kind : second.check(bytes, from, to);
  }

  @Override
  String expected(ViolationKind kind) {
    return (isOfSecond(kind) ? second : first).expected(kind);
  }

  private boolean isOfSecond(ViolationKind kind) {
    return kind == ViolationKind.PATTERN
        || (kind == ViolationKind.VALUE && second instanceof ValuesCheck);
  }
}
