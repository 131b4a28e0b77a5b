package dev.sluice.local.asl.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions of our own, by the names and signatures under which expressions call them. */
final class Natives {
  /** All of them. Shared by every expression, since a signature takes time to compile. */
  private static final Map<String, JFunction> ALL = all();

  private Natives() {}

  static void register(Jsonata expression) {
    ALL.forEach(expression::registerFunction);
  }

  private static Map<String, JFunction> all() {
    Map<String, JFunction> functions = new LinkedHashMap<>();
    CorrectedLibrary.define(functions);
    StepFunctionsLibrary.define(functions);
    Rewriting.define(functions);
    return functions;
  }

  /**
   * @param signature as JSONata writes them, for example {@code <s-n?:s>}; null for any arguments
   */
  static void add(
      Map<String, JFunction> functions, String name, String signature, JFunctionCallable body) {
    functions.put(name, new JFunction(body, signature));
  }

  /** The argument, or null where it was not given or is undefined. */
  static Object argument(List<?> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : null;
  }

  static String text(List<?> arguments, int index) {
    return (String) argument(arguments, index);
  }

  static Number number(List<?> arguments, int index) {
    return (Number) argument(arguments, index);
  }
}
