package dev.sluice.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads context values and collects what is wrong with them, so that a user sees all mistakes at
 * once. The CDK's command line gives every value as text ({@code -c exportConcurrency=3}), cdk.json
 * gives JSON; both are understood. Not thread-safe.
 */
final class Context {
  private static final Pattern TOLERANCE = Pattern.compile("(\\d{1,6})(%?)");

  /** Where values come from; null where a name is not set. */
  interface Source {
    Object get(String name);
  }

  /**
   * A setting, for the reference page.
   *
   * @param name with the object in which it lies
   * @param meaning what it is for
   * @param defaultValue where it is not set
   * @param allowed what it may be
   */
  record Setting(String name, String meaning, Object defaultValue, String allowed) {}

  private final Source source;
  private final String prefix;
  private final List<String> findings;
  private final List<Setting> settings;

  Context(Source source) {
    this(source, "", new ArrayList<>(), new ArrayList<>());
  }

  private Context(Source source, String prefix, List<String> findings, List<Setting> settings) {
    this.source = source;
    this.prefix = prefix;
    this.findings = findings;
    this.settings = settings;
  }

  /** All settings that were asked for, in that order. */
  List<Setting> settings() {
    return settings;
  }

  private Object value(String name, String meaning, Object defaultValue, String allowed) {
    settings.add(new Setting(prefix + name, meaning, defaultValue, allowed));
    return source.get(name);
  }

  List<String> findings() {
    return findings;
  }

  void finding(String name, Object found, String allowed) {
    findings.add("%s%s: found %s; allowed: %s".formatted(prefix, name, shown(found), allowed));
  }

  int wholeNumber(String name, String meaning, int defaultValue, int min, int max) {
    String allowed = "a whole number from " + min + " to " + max;
    Object found = value(name, meaning, defaultValue, allowed);
    if (found == null) {
      return defaultValue;
    }
    try {
      int value = new BigDecimal(found.toString().strip()).intValueExact();
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // Reported below, like a number out of range.
    }
    finding(name, found, allowed);
    return defaultValue;
  }

  boolean flag(String name, String meaning, boolean defaultValue) {
    String allowed = "true or false";
    Object found = value(name, meaning, defaultValue, allowed);
    if (found == null) {
      return defaultValue;
    }
    if (!found.toString().equals("true") && !found.toString().equals("false")) {
      finding(name, found, allowed);
      return defaultValue;
    }
    return found.toString().equals("true");
  }

  String text(String name, String meaning, String defaultValue, Pattern pattern, String allowed) {
    return text(name, meaning, defaultValue, pattern.asMatchPredicate(), allowed);
  }

  String text(
      String name, String meaning, String defaultValue, Predicate<String> accepts, String allowed) {
    Object found = value(name, meaning, defaultValue, allowed);
    if (found == null) {
      return defaultValue;
    }
    if (!(found instanceof String text) || !accepts.test(text)) {
      finding(name, found, allowed);
      return defaultValue;
    }
    return text;
  }

  /** A list, or text with commas. */
  List<String> texts(String name, String meaning, Pattern pattern, String allowed) {
    Object found = value(name, meaning, "", allowed);
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

  <T> T oneOf(String name, String meaning, String defaultValue, Map<String, T> values) {
    String allowed = String.join(", ", values.keySet());
    Object found = value(name, meaning, defaultValue, allowed);
    String key = found == null ? defaultValue : found.toString();
    if (!values.containsKey(key)) {
      finding(name, found, allowed);
      return values.get(defaultValue);
    }
    return values.get(key);
  }

  /** A number, or text with a percent sign. */
  Tolerance tolerance(String name, String meaning) {
    String allowed = "a number such as 2, or a percentage such as 25%";
    Object found = value(name, meaning, Tolerance.NONE, allowed);
    if (found == null) {
      return Tolerance.NONE;
    }
    Matcher matcher = TOLERANCE.matcher(found.toString().strip());
    if (matcher.matches()) {
      int value = Integer.parseInt(matcher.group(1));
      boolean percentage = !matcher.group(2).isEmpty();
      if (!percentage || value <= 100) {
        return new Tolerance(value, percentage);
      }
    }
    finding(name, found, allowed);
    return Tolerance.NONE;
  }

  /**
   * An object of further settings; one without any where it is not set. Each may also be set by a
   * name of its own with a dot, as {@code -c shop.schema=store} does.
   */
  Context object(String name, List<String> names) {
    Object found = source.get(name);
    String allowed = "an object of " + String.join(", ", names);
    if (found != null && !(found instanceof Map<?, ?>)) {
      finding(name, found, allowed);
    }
    Map<?, ?> map = found instanceof Map<?, ?> object ? object : Map.of();
    for (Object key : map.keySet()) {
      if (!names.contains(String.valueOf(key))) {
        finding(name, key, allowed);
      }
    }
    return new Context(
        key -> map.get(key) == null ? source.get(name + "." + key) : map.get(key),
        prefix + name + ".",
        findings,
        settings);
  }

  /**
   * Finds names that nothing asked for: a misspelt setting would be ignored without a word. Names
   * of the CDK's own context have signs in them that ours do not have.
   */
  void refuseUnknown(Set<String> names) {
    Set<String> known = new TreeSet<>();
    settings.forEach(
        setting -> {
          known.add(setting.name());
          known.add(setting.name().replaceAll("\\..*", ""));
        });
    for (String name : new TreeSet<>(names)) {
      if (name.matches("[A-Za-z0-9]+|[A-Za-z][A-Za-z0-9-]*\\.[A-Za-z.]+")
          && !known.contains(name)) {
        findings.add("%s: no such setting; allowed: %s".formatted(name, String.join(", ", known)));
      }
    }
  }

  private static String shown(Object found) {
    UnaryOperator<String> shorten = s -> s.length() > 80 ? s.substring(0, 80) + "…" : s;
    return found instanceof String text
        ? '"' + shorten.apply(text) + '"'
        : shorten.apply(String.valueOf(found));
  }
}
