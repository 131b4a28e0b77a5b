package dev.sluice.local.asl.jsonata.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Deep copies that may be changed, with every null and every digit of what they are made from. */
public final class Copies {
  private Copies() {}

  public static Object of(Object value) {
    return copy(value, leaf -> leaf);
  }

  /** JSONata's {@code $clone}: functions, which JSON lacks, become empty texts. */
  static Object ofJson(Object value) {
    return copy(value, leaf -> leaf == null || ValueText.isJson(leaf) ? leaf : "");
  }

  private static Object copy(Object value, UnaryOperator<Object> leaf) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, member) -> copy.put(key, copy(member, leaf)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(member -> copy.add(copy(member, leaf)));
      return copy;
    }
    return leaf.apply(value);
  }
}
