package dev.sluice.local.asl.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Parser.Symbol;
import dev.sluice.local.asl.jsonata.function.Natives;
import dev.sluice.local.asl.jsonata.function.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sends through functions of our own what the library does inside its interpreter, where no
 * registered function reaches: the text of operands of {@code &}, and the copy that a transform
 * changes.
 */
final class Rewriting {
  /** No expression can call these names. */
  private static final String TEXT = "sluice:text";

  private static final String TRANSFORM = "sluice:transform";
  private static final String RESTORE = "sluice:restore";

  /** A call to copy. */
  private static final Symbol CALL = Syntax.parse("$f(x)");

  private Rewriting() {}

  static void define(Map<String, JFunction> functions) {
    Natives.add(
        functions, TEXT, null, (input, args) -> ValueText.of(Natives.argument(args, 0), false));
    Natives.add(functions, TRANSFORM, null, (input, args) -> Transforms.apply(args));
    Natives.add(functions, RESTORE, null, (input, args) -> Transforms.restore(args.get(0)));
  }

  /** Changes a compiled expression before its first use. */
  static void apply(Jsonata expression) {
    for (Symbol symbol : Syntax.all(Syntax.tree(expression))) {
      if ("binary".equals(Syntax.type(symbol))
          && "&".equals(String.valueOf(Syntax.get(symbol, "value")))) {
        Syntax.set(symbol, "lhs", call(TEXT, Syntax.child(symbol, "lhs")));
        Syntax.set(symbol, "rhs", call(TEXT, Syntax.child(symbol, "rhs")));
      } else if ("transform".equals(Syntax.type(symbol))) {
        transform(symbol);
      }
    }
  }

  private static Symbol call(String function, Symbol argument) {
    Symbol procedure = Syntax.child(CALL, "procedure").create();
    Syntax.set(procedure, "value", function);
    Symbol call = CALL.create();
    Syntax.set(call, "procedure", procedure);
    Syntax.set(call, "arguments", new ArrayList<>(List.of(argument)));
    return call;
  }

  /** Makes {@code |P|U|} into {@code $transform(|($restore($); P)|U|)}. */
  private static void transform(Symbol symbol) {
    Symbol original = symbol.create();
    Syntax.set(original, "predicate", null);
    Syntax.set(original, "group", null);
    Symbol guarded = Syntax.parse("($f($); x)");
    List<Symbol> steps = Syntax.list(guarded, "expressions");
    Syntax.set(Syntax.child(steps.get(0), "procedure"), "value", RESTORE);
    steps.set(1, Syntax.child(symbol, "pattern"));
    Syntax.set(original, "pattern", guarded);

    Symbol call = call(TRANSFORM, original);
    for (String field : List.of("type", "value", "procedure", "arguments")) {
      Syntax.set(symbol, field, Syntax.get(call, field));
    }
  }
}
