package dev.sluice.local.asl.jsonata.function;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a text that a matcher has found. A matcher is a regular expression, or a function as
 * JSONata allows it: it takes the text and returns {@code match}, {@code start}, {@code end},
 * {@code groups} and {@code next}, a function that returns the following match.
 *
 * @param groups what the groups have captured; null for a group that took no part
 */
record Match(String text, int start, int end, List<String> groups) {

  /** True where there is one. A match of nothing is not looked at, as in the reference. */
  static boolean any(String text, Object matcher) throws Throwable {
    return matcher instanceof Pattern pattern
        ? pattern.matcher(text).find()
        : Functions.funcApply(matcher, new ArrayList<>(List.of(text))) != null;
  }

  /**
   * @param limit at most so many
   * @throws JException D1004 where the matcher matches the empty text
   */
  static List<Match> all(String text, Object matcher, int limit) throws Throwable {
    List<Match> found =
        matcher instanceof Pattern pattern
            ? byPattern(pattern.matcher(text), limit)
            : byFunction(text, matcher, limit);
    if (found.stream().anyMatch(match -> match.text.isEmpty())) {
      throw new JException("D1004", -1, String.valueOf(matcher));
    }
    return found;
  }

  private static List<Match> byPattern(Matcher matcher, int limit) {
    List<Match> found = new ArrayList<>();
    while (found.size() < limit && matcher.find()) {
      List<String> groups = new ArrayList<>();
      for (int i = 1; i <= matcher.groupCount(); i++) {
        groups.add(matcher.group(i));
      }
      found.add(new Match(matcher.group(), matcher.start(), matcher.end(), groups));
    }
    return found;
  }

  private static List<Match> byFunction(String text, Object matcher, int limit) throws Throwable {
    List<Match> found = new ArrayList<>();
    Object result = Functions.funcApply(matcher, new ArrayList<>(List.of(text)));
    while (result != null && found.size() < limit) {
      if (!(result instanceof Map<?, ?> match) || !(match.get("match") instanceof String matched)) {
        throw new JException("T1010", -1, String.valueOf(result));
      }
      int start = ((Number) match.get("start")).intValue();
      int end = ((Number) match.get("end")).intValue();
      found.add(new Match(matched, start, end, groups(match.get("groups"))));
      Object next = match.get("next");
      result = next == null ? null : Functions.funcApply(next, new ArrayList<>());
    }
    return found;
  }

  private static List<String> groups(Object value) {
    List<String> groups = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(group -> groups.add(group instanceof String captured ? captured : null));
    } else if (value instanceof String single) {
      groups.add(single);
    }
    return groups;
  }

  /** As {@code $match} returns it and as a replacing function receives it. */
  Map<String, Object> value() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("match", text);
    value.put("index", start);
    value.put("groups", new ArrayList<>(groups));
    return value;
  }
}
