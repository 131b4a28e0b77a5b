package dev.sluice.local.asl.jsonata.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deep copies that may be changed, with every null and every digit of what they are made from. */
public final class Copies {
  private Copies() {}

  public static Object of(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, member) -> copy.put(key, of(member)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(member -> copy.add(of(member)));
      return copy;
    }
    return value;
  }
}
