package dev.sluice.local.iam.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * Text of a policy with policy variables in it, for example {@code home/${aws:userid}/*}.
 * Immutable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables
 *     and tags</a>
 */
public final class Template {
  /**
   * @param text what stands there, wildcards included; null where a variable does
   */
  private record Part(String text, boolean quoted, Variable variable) {}

  private final String source;
  private final List<Part> parts;
  private final boolean constant;

  private Template(String source, List<Part> parts) {
    this.source = source;
    this.parts = List.copyOf(parts);
    this.constant = parts.stream().allMatch(part -> part.variable() == null);
  }

  /**
   * Reads text in which <code>${…}</code> is a policy variable.
   *
   * @throws IllegalArgumentException where a variable does not end or is not known
   */
  public static Template of(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int start = text.indexOf("${", at);
      if (start < 0) {
        break;
      }
      if (start > at) {
        parts.add(new Part(text.substring(at, start), false, null));
      }
      int end = Variable.end(text, start);
      String inside = text.substring(start + 2, end);
      parts.add(
          inside.equals("*") || inside.equals("?") || inside.equals("$")
              ? new Part(inside, true, null)
              : new Part(null, true, Variable.of(inside)));
      at = end + 1;
    }
    if (at < text.length()) {
      parts.add(new Part(text.substring(at), false, null));
    }
    return new Template(text, parts);
  }

  /** Text of a policy whose version knows no variables. */
  public static Template withoutVariables(String text) {
    return new Template(text, List.of(new Part(text, false, null)));
  }

  /** Whether it stands for the same in every request. */
  public boolean constant() {
    return constant;
  }

  /** What stands before the first variable. */
  String head() {
    StringBuilder head = new StringBuilder();
    for (Part part : parts) {
      if (part.variable() != null) {
        break;
      }
      head.append(part.text());
    }
    return head.toString();
  }

  /**
   * The text, in which a wildcard is a character as any other; null where a variable is missing.
   */
  public String text(Variables variables) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      String value = value(part, variables);
      if (value == null) {
        return null;
      }
      text.append(value);
    }
    return text.toString();
  }

  /**
   * The pattern; null where a variable is missing. Wildcards in the value of a variable are
   * characters as any other, so that nobody widens a policy by a name.
   */
  int[] symbols(Variables variables) {
    Symbols symbols = new Symbols();
    for (Part part : parts) {
      String value = value(part, variables);
      if (value == null) {
        return null;
      }
      if (part.quoted()) {
        symbols.literal(value);
      } else {
        symbols.pattern(value);
      }
    }
    return symbols.toArray();
  }

  private static String value(Part part, Variables variables) {
    return part.variable() == null ? part.text() : part.variable().value(variables);
  }

  @Override
  public String toString() {
    return source;
  }
}
