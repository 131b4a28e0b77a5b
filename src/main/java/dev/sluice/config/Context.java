package dev.sluice.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Reads context values and collects what is wrong with them, so that a user sees all mistakes at
 * once. The CDK's command line gives every value as text ({@code -c exportConcurrency=3}), cdk.json
 * gives JSON; both are understood. Not thread-safe.
 */
final class Context {
  /** Where values come from; null where a name is not set. */
  interface Source {
    Object get(String name);
  }

  private final Source source;
  private final String prefix;
  private final List<String> findings;

  Context(Source source) {
    this(source, "", new ArrayList<>());
  }

  private Context(Source source, String prefix, List<String> findings) {
    this.source = source;
    this.prefix = prefix;
    this.findings = findings;
  }

  List<String> findings() {
    return findings;
  }

  void finding(String name, Object found, String allowed) {
    findings.add("%s%s: found %s; allowed: %s".formatted(prefix, name, shown(found), allowed));
  }

  Object value(String name) {
    return source.get(name);
  }

  int wholeNumber(String name, int defaultValue, int min, int max) {
    Object found = source.get(name);
    if (found == null) {
      return defaultValue;
    }
    try {
      int value = new java.math.BigDecimal(found.toString().strip()).intValueExact();
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // Reported below, like a number out of range.
    }
    finding(name, found, "a whole number from " + min + " to " + max);
    return defaultValue;
  }

  boolean flag(String name, boolean defaultValue) {
    Object found = source.get(name);
    if (found == null) {
      return defaultValue;
    }
    if (!found.toString().equals("true") && !found.toString().equals("false")) {
      finding(name, found, "true or false");
      return defaultValue;
    }
    return found.toString().equals("true");
  }

  String text(String name, String defaultValue, Pattern pattern, String allowed) {
    Object found = source.get(name);
    if (found == null) {
      return defaultValue;
    }
    if (!(found instanceof String text) || !pattern.matcher(text).matches()) {
      finding(name, found, allowed);
      return defaultValue;
    }
    return text;
  }

  /** A list, or text with commas. */
  List<String> texts(String name, Pattern pattern, String allowed) {
    Object found = source.get(name);
    if (found == null) {
      return List.of();
    }
    List<?> values =
        found instanceof List<?> list
            ? list
            : Pattern.compile(",").splitAsStream(found.toString()).map(String::strip).toList();
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof String text && pattern.matcher(text).matches()) {
        texts.add(text);
      } else {
        finding(name, value, allowed);
      }
    }
    return List.copyOf(texts);
  }

  <T> T oneOf(String name, String defaultValue, Map<String, T> allowed) {
    Object found = source.get(name);
    String key = found == null ? defaultValue : found.toString();
    if (!allowed.containsKey(key)) {
      finding(name, found, String.join(", ", allowed.keySet()));
      return allowed.get(defaultValue);
    }
    return allowed.get(key);
  }

  /** An object of further settings; one without any where it is not set. */
  Context object(String name, List<String> names) {
    Object found = source.get(name);
    if (found != null && !(found instanceof Map<?, ?>)) {
      finding(name, found, "an object of " + String.join(", ", names));
    }
    Map<?, ?> map = found instanceof Map<?, ?> object ? object : Map.of();
    for (Object key : map.keySet()) {
      if (!names.contains(String.valueOf(key))) {
        finding(name, key, "an object of " + String.join(", ", names));
      }
    }
    return new Context(map::get, prefix + name + ".", findings);
  }

  private static String shown(Object found) {
    UnaryOperator<String> shorten = s -> s.length() > 80 ? s.substring(0, 80) + "…" : s;
    return found instanceof String text
        ? '"' + shorten.apply(text) + '"'
        : shorten.apply(String.valueOf(found));
  }
}
