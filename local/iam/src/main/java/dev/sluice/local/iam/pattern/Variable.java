package dev.sluice.local.iam.pattern;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A policy variable with what stands for it where the request has no value.
 *
 * @param key a condition key
 * @param fallback may be null
 */
record Variable(String key, String fallback) {
  private static final Pattern FORM = Pattern.compile("([^,']+?)\\s*(?:,\\s*'([^']*)')?");

  /**
   * Reads what stands between the braces.
   *
   * @throws IllegalArgumentException where the key is not known
   */
  static Variable of(String inside) {
    Matcher matcher = FORM.matcher(inside.trim());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "found the policy variable ${"
              + inside
              + "}, expected ${key} or ${key, 'default'}: correct its form");
    }
    ConditionKeys.check(matcher.group(1));
    return new Variable(matcher.group(1), matcher.group(2));
  }

  /** The brace that ends the variable, which a default value may hold too. */
  static int end(String text, int start) {
    boolean quoted = false;
    for (int i = start + 2; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (c == '}' && !quoted) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "found '" + text + "', in which a policy variable does not end: add its '}'");
  }

  String value(Variables variables) {
    String value = variables.value(key);
    return value == null ? fallback : value;
  }
}
