package dev.sluice.pipeline.asl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads rendered states, which are maps and lists; what is absent is empty. */
final class Members {
  private Members() {}

  static Map<String, Object> object(Map<String, Object> parent, String name) {
    return object(parent.get(name));
  }

  static Map<String, Map<String, Object>> objects(Map<String, Object> parent, String name) {
    Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
    object(parent, name).forEach((key, value) -> objects.put(key, object(value)));
    return objects;
  }

  static List<Map<String, Object>> list(Map<String, Object> parent, String name) {
    List<Map<String, Object>> list = new ArrayList<>();
    if (parent.get(name) instanceof List<?> items) {
      items.forEach(item -> list.add(object(item)));
    }
    return list;
  }

  private static Map<String, Object> object(Object value) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, member) -> object.put(String.valueOf(key), member));
    }
    return object;
  }
}
