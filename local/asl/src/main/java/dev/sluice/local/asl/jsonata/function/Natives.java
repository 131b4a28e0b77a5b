package dev.sluice.local.asl.jsonata.function;

import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import java.util.List;
import java.util.Map;

/** Helps to define functions of our own and to read what they are called with. */
public final class Natives {
  private Natives() {}

  /**
   * @param signature as JSONata writes them, for example {@code <s-n?:s>}; null for any arguments
   */
  public static void add(
      Map<String, JFunction> functions, String name, String signature, JFunctionCallable body) {
    functions.put(name, new JFunction(body, signature));
  }

  /** The argument, or null where it was not given or is undefined. */
  public static Object argument(List<?> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : null;
  }

  public static String text(List<?> arguments, int index) {
    return (String) argument(arguments, index);
  }

  static Number number(List<?> arguments, int index) {
    return (Number) argument(arguments, index);
  }
}
