package dev.sluice.local.iam.condition;

/**
 * An operator's name in its parts.
 *
 * @param base for example {@code StringLike}
 */
record OperatorName(Quantifier quantifier, String base, boolean ifExists) {
  private static final String IF_EXISTS = "IfExists";
  private static final String NULL = "Null";

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException where there is no such operator here
   */
  static OperatorName of(String text) {
    Quantifier quantifier = Quantifier.SINGLE;
    String rest = text;
    for (Quantifier candidate : Quantifier.values()) {
      if (candidate != Quantifier.SINGLE && text.startsWith(candidate.prefix())) {
        quantifier = candidate;
        rest = text.substring(candidate.prefix().length());
      }
    }
    boolean ifExists = rest.endsWith(IF_EXISTS);
    String base = ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest;
    boolean known =
        base.equals(NULL)
            ? quantifier == Quantifier.SINGLE && !ifExists
            : Operator.ALL.containsKey(base);
    if (!known) {
      throw new IllegalArgumentException(
          "found the operator '"
              + text
              + "', expected Null or one of "
              + String.join(", ", Operator.ALL.keySet())
              + ", with "
              + IF_EXISTS
              + " after it or ForAllValues: or ForAnyValue: before it where wanted");
    }
    return new OperatorName(quantifier, base, ifExists);
  }

  boolean isNull() {
    return base.equals(NULL);
  }

  Operator operator() {
    return Operator.ALL.get(base);
  }
}
