package dev.sluice.local.asl.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import dev.sluice.local.asl.jsonata.function.CorrectedLibrary;
import java.util.LinkedHashMap;
import java.util.Map;

/** All functions of our own, by the names under which expressions call them. */
final class Library {
  /** Shared by every expression, since a signature takes time to compile. */
  private static final Map<String, JFunction> FUNCTIONS = functions();

  private Library() {}

  static void register(Jsonata expression) {
    FUNCTIONS.forEach(expression::registerFunction);
  }

  private static Map<String, JFunction> functions() {
    Map<String, JFunction> functions = new LinkedHashMap<>();
    CorrectedLibrary.define(functions);
    StepFunctionsLibrary.define(functions);
    Rewriting.define(functions);
    return functions;
  }
}
