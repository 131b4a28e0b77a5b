package dev.sluice.core.validate;

/** The first check's verdict, or else the second's. */
record BothChecks(FieldCheck first, FieldCheck second) implements FieldCheck {
  @Override
  public ViolationKind check(byte[] bytes, int from, int to) {
    ViolationKind kind = first.check(bytes, from, to);
    return kind != null ? kind : second.check(bytes, from, to);
  }

  @Override
  public String expected(ViolationKind kind) {
    boolean ofSecond = kind == ViolationKind.VALUE || kind == ViolationKind.PATTERN;
    return (ofSecond ? second : first).expected(kind);
  }
}
