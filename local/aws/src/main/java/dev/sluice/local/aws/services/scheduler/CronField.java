package dev.sluice.local.aws.services.scheduler;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/** One field of a cron expression: lists of values, ranges and steps. */
final class CronField {
  private CronField() {}

  static NavigableSet<Integer> parse(
      String field, String text, int first, int last, List<String> names) {
    NavigableSet<Integer> values = new TreeSet<>();
    for (String part : text.split(",")) {
      String[] stepped = part.split("/", 2);
      int step = stepped.length == 2 ? number(field, stepped[1], List.of(), 0) : 1;
      int from = first;
      int to = last;
      if (!stepped[0].equals("*")) {
        String[] range = stepped[0].split("-", 2);
        from = number(field, range[0], names, first);
        to = range.length == 2 ? number(field, range[1], names, first) : from;
        if (range.length == 1 && stepped.length == 2) {
          to = last;
        }
      }
      if (from < first || to > last || from > to || step < 1) {
        throw wrong(field, text, first, last);
      }
      for (int value = from; value <= to; value += step) {
        values.add(value);
      }
    }
    return values;
  }

  static int number(String field, String text, List<String> names, int first) {
    int name = names.indexOf(text.toUpperCase(Locale.ROOT));
    if (name >= 0) {
      return name + first;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "cron field "
              + field
              + " cannot be "
              + text
              + " locally; numbers, names, lists, ranges,"
              + " steps and * can",
          e);
    }
  }

  private static IllegalArgumentException wrong(String field, String text, int first, int last) {
    return new IllegalArgumentException(
        "cron field " + field + " is from " + first + " to " + last + ", found " + text);
  }
}
