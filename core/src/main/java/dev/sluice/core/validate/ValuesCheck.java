package dev.sluice.core.validate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** One of a few values, compared byte by byte. */
final class ValuesCheck extends FieldCheck {
  private final List<String> values;
  private final byte[][][] byHash;

  ValuesCheck(List<String> values) {
    this.values = values;
    int size = Integer.highestOneBit(values.size() * 4);
    this.byHash = new byte[size][0][];
    for (String value : values) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      if (bytes.length > 0) {
        int slot = slot(bytes, 0, bytes.length);
        byHash[slot] = Arrays.copyOf(byHash[slot], byHash[slot].length + 1);
        byHash[slot][byHash[slot].length - 1] = bytes;
      }
    }
  }

  @Override
  ViolationKind check(byte[] bytes, int from, int to) {
    for (byte[] value : byHash[slot(bytes, from, to)]) {
      if (same(value, bytes, from, to)) {
        return null;
      }
    }
    return ViolationKind.VALUE;
  }

  private static boolean same(byte[] value, byte[] bytes, int from, int to) {
    if (value.length != to - from) {
      return false;
    }
    for (int i = 0; i < value.length; i++) {
      if (value[i] != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }

  private int slot(byte[] bytes, int from, int to) {
    int hash = (to - from) * 31 + bytes[from] * 7 + bytes[to - 1];
    return hash & (byHash.length - 1);
  }

  @Override
  String expected(ViolationKind kind) {
    return "one of " + String.join(", ", values);
  }
}
