package dev.sluice.core.validate;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that matches a regular expression as a whole; the only check that makes Strings. */
final class PatternCheck extends FieldCheck {
  private final Matcher matcher;

  PatternCheck(String pattern) {
    this.matcher = Pattern.compile(pattern).matcher("");
  }

  @Override
  ViolationKind check(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return matcher.reset(text).matches() ? null : ViolationKind.PATTERN;
  }

  @Override
  String expected(ViolationKind kind) {
    return "text that matches " + matcher.pattern();
  }
}
