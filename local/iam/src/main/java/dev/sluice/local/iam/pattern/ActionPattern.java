package dev.sluice.local.iam.pattern;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The actions that a statement speaks of, for example {@code s3:Get*}. Their case says nothing.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</a>
 */
public final class ActionPattern {
  private static final Pattern FORM = Pattern.compile("\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+");

  private final String text;
  private final Glob glob;

  private ActionPattern(String text) {
    this.text = text;
    this.glob = Glob.of(text.toLowerCase(Locale.ROOT));
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException where no action could match
   */
  public static ActionPattern of(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "found '" + text + "', expected '*' or service:Action, with * and ? only in the action");
    }
    return new ActionPattern(text);
  }

  /**
   * Whether it speaks of the action.
   *
   * @param action in small letters
   */
  public boolean matches(String action) {
    return glob.matches(action);
  }

  @Override
  public String toString() {
    return text;
  }
}
