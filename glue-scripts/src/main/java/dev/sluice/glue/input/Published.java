package dev.sluice.glue.input;

import dev.sluice.glue.failure.JobFailure;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that a step of the pipeline leaves in the lake for SQL to read. A star at the view's
 * end makes it a family: it stands for any name, which is also what the location's star stands for.
 *
 * @param view name in the SQL, in small letters: {@code sales}, {@code shop_*}
 * @param location folder in the lake, with a slash at its end: {@code raw/sales/}, {@code
 *     raw/shop/shop_*}{@code /}
 * @param format what the files are
 * @param step that makes it
 */
record Published(String view, String location, Format format, String step) {
  private static final String STAR = "*";
  private static final Pattern VIEW = Pattern.compile("[a-z][a-z0-9_]*\\*?");
  private static final Pattern LOCATION =
      Pattern.compile("([A-Za-z0-9_=-][A-Za-z0-9_.=-]*\\*?/|\\*/)+");

  /** A folder's name and nothing else: no way up or down, and nothing that Spark would expand. */
  private static final Pattern MEMBER = Pattern.compile("[^\\s/\\\\.:*?\\[\\]{}%]+");

  Published {
    if (!VIEW.matcher(view).matches()) {
      throw wrong(view, "is no name of a view", "small letters, digits and _, with a star at most");
    }
    if (!LOCATION.matcher(location).matches()) {
      throw wrong(
          view, "has the location '" + location + "'", "a folder of the lake such as raw/sales/");
    }
    long stars = location.chars().filter(c -> c == '*').count();
    if (stars != (view.endsWith(STAR) ? 1 : 0)) {
      throw wrong(
          view,
          "has the location '" + location + "'",
          view.endsWith(STAR) ? "one star in it as well" : "no star in it, as in the name");
    }
    if (format == Format.DATASET && stars > 0) {
      throw wrong(view, "is a family of datasets", "one name, that of its contract");
    }
    if (step.isBlank()) {
      throw wrong(view, "names no step", "the step that makes it");
    }
  }

  boolean isFamily() {
    return view.endsWith(STAR);
  }

  /** How the names of a family begin; the whole name of anything else. */
  String prefix() {
    return isFamily() ? view.substring(0, view.length() - STAR.length()) : view;
  }

  /** Where the files of that name lie; empty where it is published by somebody else. */
  Optional<String> locationOf(String name) {
    if (!isFamily()) {
      return name.equals(view) ? Optional.of(location) : Optional.empty();
    }
    if (!name.startsWith(prefix())) {
      return Optional.empty();
    }
    String member = name.substring(prefix().length());
    return MEMBER.matcher(member).matches()
        ? Optional.of(location.replace(STAR, member))
        : Optional.empty();
  }

  private static JobFailure wrong(String view, String found, String expected) {
    return new JobFailure("--inputs: '%s' %s, expected %s".formatted(view, found, expected));
  }
}
