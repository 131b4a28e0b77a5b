package dev.sluice.local.iam.pattern;

import java.util.Arrays;

/**
 * The ARNs of resources that a statement speaks of. Each of the six parts is matched by itself,
 * with its case; a pattern may be cut short after a {@code *}, which then stands for all further
 * parts.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>
 */
public final class ArnPattern {
  private final Template template;

  /** Null where the pattern depends on the request, empty where it is {@code *}. */
  private final Glob[] parts;

  private ArnPattern(Template template, Glob[] parts) {
    this.template = template;
    this.parts = parts;
  }

  /**
   * The pattern of a Resource element.
   *
   * @throws IllegalArgumentException where no ARN could match
   */
  public static ArnPattern ofResource(Template template) {
    ArnPattern pattern = of(template);
    if (!template.constant() && template.head().chars().filter(c -> c == ':').count() < 5) {
      throw malformed(template, "a policy variable only after the fifth colon");
    }
    return pattern;
  }

  /**
   * The pattern of a condition's value.
   *
   * @throws IllegalArgumentException where no ARN could match
   */
  public static ArnPattern of(Template template) {
    if (!template.constant()) {
      return new ArnPattern(template, null);
    }
    Glob[] parts = split(template.symbols(Variables.NONE));
    String text = template.text(Variables.NONE);
    if (parts == null || text.endsWith(":")) {
      throw malformed(template, "'*' or arn:partition:service:region:account:resource");
    }
    if (parts.length > 0 && text.split(":", -1)[2].matches(".*[*?].*")) {
      throw malformed(template, "a service without wildcards in it");
    }
    return new ArnPattern(template, parts);
  }

  /**
   * Whether it speaks of the resource.
   *
   * @param resource null for a request that names no resource, which only {@code *} matches
   */
  public boolean matches(Arn resource, Variables variables) {
    Glob[] globs = parts;
    if (globs == null) {
      int[] symbols = template.symbols(variables);
      globs = symbols == null ? null : split(symbols);
      if (globs == null) {
        return false;
      }
    }
    if (globs.length == 0 || resource == null) {
      return globs.length == 0;
    }
    for (int i = 0; i < globs.length; i++) {
      if (!globs[i].matches(resource.part(i))) {
        return false;
      }
    }
    return true;
  }

  /** Empty for {@code *}; null for what is no pattern of ARNs. */
  private static Glob[] split(int[] symbols) {
    if (symbols.length == 1 && symbols[0] == Symbols.ANY_TEXT) {
      return new Glob[0];
    }
    Glob[] globs = new Glob[Arn.PARTS];
    int count = 0;
    int start = 0;
    for (int i = 0; i <= symbols.length; i++) {
      if (i == symbols.length || (symbols[i] == ':' && count < Arn.PARTS - 1)) {
        globs[count++] = new Glob(Arrays.copyOfRange(symbols, start, i));
        start = i + 1;
      }
    }
    boolean open = symbols.length > 0 && symbols[symbols.length - 1] == Symbols.ANY_TEXT;
    if (!globs[0].matches("arn") || count < 3 || (count < Arn.PARTS && !open)) {
      return null;
    }
    return Arrays.copyOf(globs, count);
  }

  private static IllegalArgumentException malformed(Template template, String expected) {
    return new IllegalArgumentException("found '" + template + "', expected " + expected);
  }

  @Override
  public String toString() {
    return template.toString();
  }
}
