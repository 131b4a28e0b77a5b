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
  private final Set<String> refusals = new LinkedHashSet<>();
  private final Set<String> fields;

  private References(Set<String> fields) {
    this.fields = fields;
  }

  /**
   * @param fields of {@code $states} that exist where the expression stands
   * @return a sentence for each reference that AWS refuses
   */
  static List<String> refused(String source, Set<String> fields) {
    References references = new References(fields);
    Symbol tree = Syntax.parse(source);
    references.top(tree);
    Syntax.all(tree).forEach(references::anywhere);
    return new ArrayList<>(references.refusals);
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
        field(String.valueOf(Syntax.get(steps.get(1), "value")));
      }
    }
  }

  private void field(String name) {
    if (!fields.contains(name)) {
      refusals.add("Field '$states." + name + "' does not exist.");
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
