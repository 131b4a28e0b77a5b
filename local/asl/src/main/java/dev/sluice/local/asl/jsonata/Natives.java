package dev.sluice.local.asl.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import java.util.List;

/** Functions of our own, by the names and signatures under which expressions call them. */
final class Natives {
  private Natives() {}

  /**
   * @param signature as JSONata writes them, for example {@code <s-n?:s>}; null for any arguments
   */
  static void add(Jsonata expression, String name, String signature, JFunctionCallable body) {
    expression.registerFunction(name, new JFunction(body, signature));
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
