package dev.sluice.local.iam.pattern;

/** Text with wildcards and policy variables, as {@code StringLike} compares it. Immutable. */
public final class TextPattern {
  private final Template template;

  /** Null where the pattern depends on the request. */
  private final Glob glob;

  public TextPattern(Template template) {
    this.template = template;
    this.glob = template.constant() ? new Glob(template.symbols(Variables.NONE)) : null;
  }

  /** Whether the text is as the pattern says; never where a variable has no value. */
  public boolean matches(String text, Variables variables) {
    if (glob != null) {
      return glob.matches(text);
    }
    int[] symbols = template.symbols(variables);
    return symbols != null && new Glob(symbols).matches(text);
  }
}
