package dev.sluice.local.asl.jsonata;

import com.dashjoin.jsonata.Parser.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an expression refers to that Step Functions does not have: the expression is evaluated
 * without a context item, and {@code $states} has only some of its fields in each place.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">AWS,
 *     Transforming data</a>
 */
final class References {
  private static final String FIELD = "$states.";

  /** What AWS refuses wherever the expression stands. */
  private final Set<String> refusals = new LinkedHashSet<>();

  /** The fields of {@code $states} that the expression reads. */
  private final Set<String> fields = new LinkedHashSet<>();

  private References() {}

  /** Reads a tree that has not been rewritten. */
  static References in(Symbol tree) {
    References references = new References();
    references.top(tree);
    Syntax.all(tree).forEach(references::anywhere);
    return references;
  }

  /**
   * @param visible fields of {@code $states} that exist where the expression stands
   * @return a sentence for each reference that AWS refuses
   */
  List<String> refused(Set<String> visible) {
    List<String> all = new ArrayList<>(refusals);
    fields.stream()
        .filter(field -> !visible.contains(field))
        .forEach(field -> all.add("Field '" + FIELD + field + "' does not exist."));
    return all;
  }

  private void anywhere(Symbol symbol) {
    if (Syntax.isVariable(symbol, "$")) {
      refusals.add("Reference to '$$' is not supported.");
    } else if (Syntax.isVariable(symbol, "eval")) {
      refusals.add("Function '$eval' is not supported: use $parse.");
    } else if ("path".equals(Syntax.type(symbol))) {
      List<Symbol> steps = Syntax.list(symbol, "steps");
      if (steps.size() > 1
          && Syntax.isVariable(steps.get(0), "states")
          && "name".equals(Syntax.type(steps.get(1)))) {
        fields.add(String.valueOf(Syntax.get(steps.get(1), "value")));
      }
    }
  }

  /** Looks at what is evaluated with the context item; the later steps of a path are not. */
  private void top(Symbol symbol) {
    String type = symbol == null ? null : Syntax.type(symbol);
    if (type == null) {
      return;
    }
    switch (type) {
      case "path" -> top(Syntax.list(symbol, "steps").get(0));
      case "name" -> reference(String.valueOf(Syntax.get(symbol, "value")));
      case "variable" -> {
        if (Syntax.isVariable(symbol, "")) {
          reference("$");
        }
      }
      case "unary" -> unary(symbol);
      case "binary", "apply", "bind" -> {
        top("bind".equals(type) ? null : Syntax.child(symbol, "lhs"));
        top(Syntax.child(symbol, "rhs"));
      }
      case "function", "partial" -> {
        top(Syntax.child(symbol, "procedure"));
        Syntax.list(symbol, "arguments").forEach(this::top);
      }
      case "lambda" -> top(Syntax.child(symbol, "body"));
      case "condition" -> {
        top(Syntax.child(symbol, "condition"));
        top(Syntax.child(symbol, "then"));
        top(Syntax.child(symbol, "_else"));
      }
      case "block" -> Syntax.list(symbol, "expressions").forEach(this::top);
      default -> {
        // Literals, wildcards, transforms and the like name nothing here.
      }
    }
  }

  private void unary(Symbol symbol) {
    switch (String.valueOf(Syntax.get(symbol, "value"))) {
      case "[" -> Syntax.list(symbol, "expressions").forEach(this::top);
      case "{" -> {
        if (symbol.lhsObject != null) {
          for (Symbol[] pair : symbol.lhsObject) {
            top(pair[0]);
            top(pair[1]);
          }
        }
      }
      default -> top(Syntax.child(symbol, "expression"));
    }
  }

  private void reference(String name) {
    refusals.add("Reference to '" + name + "' at the top level is not supported.");
  }
}
