package dev.sluice.local.asl.jsonata;

/** An expression that failed; becomes {@code States.QueryEvaluationError}. */
public final class QueryError extends RuntimeException {
  private final String field;

  /**
   * @param field where the expression stands in the state, for example {@code Arguments/Payload}
   */
  public QueryError(String field, String message) {
    super(message);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
