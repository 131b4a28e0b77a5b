package dev.sluice.local.asl.definition;

/**
 * How variables may be called.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">AWS,
 *     Passing data between states with variables</a>
 */
final class VariableNames {
  private static final int LONGEST = 80;

  private VariableNames() {}

  /** Reports the names of an Assign that AWS refuses. */
  static void check(Fields owner) {
    owner
        .get("Assign")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (name.equals("states")) {
                owner.problem("Assign/states", "The variable name 'states' is reserved");
              } else if (!isIdentifier(name)) {
                owner.problem(
                    "Assign/" + name,
                    "The variable name '"
                        + name
                        + "' is not valid: it must begin with a letter, go on with letters, digits"
                        + " and underscores, and have no more than "
                        + LONGEST
                        + " characters");
              }
            });
  }

  /** An identifier as Unicode's annex 31 defines it. */
  private static boolean isIdentifier(String name) {
    int[] points = name.codePoints().toArray();
    if (points.length == 0
        || points.length > LONGEST
        || !Character.isUnicodeIdentifierStart(points[0])) {
      return false;
    }
    for (int point : points) {
      if (!Character.isUnicodeIdentifierPart(point) || Character.isIdentifierIgnorable(point)) {
        return false;
      }
    }
    return true;
  }
}
