package dev.sluice.local.asl.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** One compiled JSONata expression. Safe for use by several threads. */
public final class Expression {
  /** As long as Step Functions lets an expression take. */
  private static final long LIMIT_MILLIS = 1_000;

  private static final int LIMIT_DEPTH = 5_000;

  private final String source;
  private final Jsonata compiled;
  private final References references;
  private final boolean canLoop;
  private final boolean asksTime;

  private Expression(String source, Jsonata compiled, References references) {
    this.source = source;
    this.compiled = compiled;
    this.references = references;
    this.asksTime = source.contains("$now") || source.contains("$millis");
    // Only recursion can run for ever, and watching for it slows every step down.
    this.canLoop = source.contains("function") || source.contains("λ");
  }

  /**
   * @param source JSONata without the enclosing {@code {% %}}
   * @throws IllegalArgumentException where it is not JSONata, with the reason
   */
  public static Expression compile(String source) {
    try {
      Jsonata compiled = Jsonata.jsonata(source);
      compiled.setValidateInput(false);
      // JSONata's null and undefined differ in Step Functions: undefined is an error.
      compiled.setOutputConvertNulls(false);
      Library.register(compiled);
      References references = References.in(Syntax.tree(compiled));
      Literals.restore(source, compiled);
      Rewriting.apply(compiled);
      return new Expression(source, compiled, references);
    } catch (JException e) {
      throw new IllegalArgumentException(
          e.getMessage() + " (at character " + e.getLocation() + ")", e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * What AWS refuses in the expression although it is JSONata: references to a context item, which
   * there is none of, and to fields that {@code $states} does not have at this place.
   *
   * @param visible the fields of {@code $states} that exist where the expression stands
   * @return a sentence for each
   */
  public List<String> refused(Set<String> visible) {
    return references.refused(visible);
  }

  /**
   * @throws QueryError where evaluation fails or its result is undefined
   */
  public JsonNode evaluate(Scope scope, String field) {
    return evaluate(null, scope, field);
  }

  /** Evaluates with a context item, which Step Functions does not have. */
  JsonNode evaluate(JsonNode context, Scope scope, String field) {
    JsonNode result;
    try {
      Jsonata.Frame frame = compiled.createFrame();
      scope.variables().each((name, value) -> frame.bind(name, JsonViews.of(value)));
      frame.bind("states", scope.states().view());
      if (asksTime) {
        StepFunctionsLibrary.bindTime(frame, System.currentTimeMillis());
      }
      if (canLoop) {
        frame.setRuntimeBounds(LIMIT_MILLIS, LIMIT_DEPTH);
      }
      Object input = context == null ? null : JsonViews.of(context);
      result = JsonViews.toJson(compiled.evaluate(input, frame));
    } catch (StackOverflowError e) {
      throw failed(field, "threw an error during evaluation. It recurses without end.");
    } catch (JException e) {
      throw failed(
          field,
          "threw an error during evaluation. " + e.getError() + ": " + worded(e.getMessage()));
    } catch (RuntimeException e) {
      throw failed(field, "threw an error during evaluation: " + reason(e));
    }
    if (result == null) {
      throw failed(field, "returned nothing (undefined).");
    }
    return result;
  }

  private QueryError failed(String field, String what) {
    return new QueryError(
        field,
        "The JSONata expression '" + source + "' specified for the field '" + field + "' " + what);
  }

  /** The library says "Object" where the reference and AWS say "function". */
  private static String worded(String message) {
    return message
        .replaceAll("Argument \"(\\d+)\" of Object \"", "Argument $1 of function \"")
        .replace("match Object signature", "match function signature");
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
