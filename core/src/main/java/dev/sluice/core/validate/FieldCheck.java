package dev.sluice.core.validate;

/** Checks the bytes of one column's fields; never given an empty range. */
interface FieldCheck {
  /** The kind of violation, or null where the value is right. */
  ViolationKind check(byte[] bytes, int from, int to);

  /** What would have been right, for a violation of that kind. */
  String expected(ViolationKind kind);

  /** Takes whatever is there. */
  FieldCheck ANY =
      new FieldCheck() {
        @Override
        public ViolationKind check(byte[] bytes, int from, int to) {
          return null;
        }

        @Override
        public String expected(ViolationKind kind) {
          return "any text";
        }
      };
}
