package dev.sluice.local.asl.jsonata.function;

/**
 * The template of {@code $replace}: {@code $0} is the whole match, {@code $1} its first group,
 * {@code $$} a dollar.
 */
final class Replacement {
  private Replacement() {}

  static String expand(String template, Match match) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at++);
      if (c != '$' || at == template.length()) {
        out.append(c);
      } else if (template.charAt(at) == '$') {
        out.append('$');
        at++;
      } else {
        int digits = digits(template, at, match.groups().size());
        out.append(digits == 0 ? "$" : group(match, template.substring(at, at + digits)));
        at += digits;
      }
    }
    return out.toString();
  }

  /** As many digits as name a group; where the longer number names none, the shorter one. */
  private static int digits(String template, int from, int groups) {
    int most = String.valueOf(Math.max(groups, 1)).length();
    int count = 0;
    while (count < most
        && from + count < template.length()
        && Character.isDigit(template.charAt(from + count))) {
      count++;
    }
    boolean tooLarge =
        count > 1 && Integer.parseInt(template.substring(from, from + count)) > groups;
    return tooLarge ? count - 1 : count;
  }

  private static String group(Match match, String number) {
    int index = Integer.parseInt(number);
    if (index == 0) {
      return match.text();
    }
    boolean captured = index <= match.groups().size() && match.groups().get(index - 1) != null;
    return captured ? match.groups().get(index - 1) : "";
  }
}
