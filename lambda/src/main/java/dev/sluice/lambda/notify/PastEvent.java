package dev.sluice.lambda.notify;

/**
 * An event of an execution's history, with what matters of it.
 *
 * @param previous the id of the event before it in its branch
 * @param type as {@code TaskStateEntered}
 * @param state the state entered or exited, or whose expression failed, else null
 * @param error else null
 * @param cause else null
 * @param log where what the task does is logged, for a task that was scheduled, else null
 * @param mapRunArn of a map run that started or was redriven, else null
 * @param task what was to be done, for a task that was scheduled, else null
 */
public record PastEvent(
    long id,
    long previous,
    String type,
    String state,
    String error,
    String cause,
    String log,
    String mapRunArn,
    TaskCall task) {

  /**
   * What a task calls.
   *
   * @param action as {@code glue:startJobRun.sync}
   * @param parameters JSON
   */
  public record TaskCall(String action, String parameters) {}

  boolean entered() {
    return type.endsWith("StateEntered");
  }

  boolean exited() {
    return type.endsWith("StateExited");
  }

  /** True where states go on that were entered before a redrive; they are not entered again. */
  boolean redriven() {
    return type.equals("ExecutionRedriven");
  }

  /** True where a state's own work went wrong, not a state around it. */
  boolean failed() {
    return switch (type) {
      case "TaskFailed",
          "TaskTimedOut",
          "TaskSubmitFailed",
          "TaskStartFailed",
          "LambdaFunctionFailed",
          "LambdaFunctionTimedOut",
          "LambdaFunctionScheduleFailed",
          "LambdaFunctionStartFailed",
          "MapRunFailed",
          "EvaluationFailed" ->
          true;
      default -> false;
    };
  }

  /** True for the event that ends the execution without success. */
  boolean ended() {
    return switch (type) {
      case "ExecutionFailed", "ExecutionTimedOut", "ExecutionAborted" -> true;
      default -> false;
    };
  }
}
