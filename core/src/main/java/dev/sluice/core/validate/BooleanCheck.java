package dev.sluice.core.validate;

/** TRUE or FALSE, in any case. */
final class BooleanCheck extends FieldCheck {
  private static final int LOWER = 0x20;

  @Override
  ViolationKind check(byte[] b, int from, int to) {
    int length = to - from;
    boolean right =
        length == 4
            ? is('t', b[from])
                && is('r', b[from + 1])
                && is('u', b[from + 2])
                && is('e', b[from + 3])
            : length == 5
                && is('f', b[from])
                && is('a', b[from + 1])
                && is('l', b[from + 2])
                && is('s', b[from + 3])
                && is('e', b[from + 4]);
    return right ? null : ViolationKind.TYPE;
  }

  private static boolean is(char letter, byte b) {
    return (b | LOWER) == letter;
  }

  @Override
  String expected(ViolationKind kind) {
    return "TRUE or FALSE";
  }
}
