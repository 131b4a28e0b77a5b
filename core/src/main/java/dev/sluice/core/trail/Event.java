package dev.sluice.core.trail;

import java.util.Optional;

/**
 * An event of an execution's history, with what matters of it.
 *
 * @param id counts from 1 within the history
 * @param previous the id of the event before it in its branch; 0 for the first
 * @param type as Step Functions names it, {@code TaskStateEntered}
 * @param state the state entered or exited, or whose expression failed, else null
 * @param error else null
 * @param cause else null
 * @param task what was to be done, for a task that was scheduled, else null
 * @param mapRunArn of a map run that started or was redriven, else null
 */
public record Event(
    long id,
    long previous,
    String type,
    String state,
    String error,
    String cause,
    TaskCall task,
    String mapRunArn) {

  public boolean entered() {
    return type.endsWith("StateEntered");
  }

  public boolean exited() {
    return type.endsWith("StateExited");
  }

  /** True where states go on that were entered before a redrive. */
  public boolean redriven() {
    return type.equals("ExecutionRedriven");
  }

  /** True where a state begins its work, for the first time or once more. */
  public boolean attempted() {
    return switch (type) {
      case "TaskScheduled", "LambdaFunctionScheduled", "MapRunStarted", "MapRunRedriven" -> true;
      default -> false;
    };
  }

  /** True where a state's own work went wrong, not a state around it. */
  public boolean failed() {
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

  /** True where anything failed: a state's own work, or a state around it. */
  public boolean tellsFailure() {
    return type.endsWith("Failed") || type.endsWith("TimedOut");
  }

  /** True for the event that ends the execution without success. */
  public boolean broke() {
    return switch (type) {
      case "ExecutionFailed", "ExecutionTimedOut", "ExecutionAborted" -> true;
      default -> false;
    };
  }

  /** True for the event that ends the execution, however. */
  public boolean ended() {
    return broke() || type.equals("ExecutionSucceeded");
  }

  Optional<String> mapRunLabel() {
    return Optional.ofNullable(mapRunArn).map(Event::labelOf);
  }

  /**
   * A map run's label, which is its step's name: of {@code …:mapRun:machine/label:id} the part
   * between slash and colon.
   */
  public static String labelOf(String mapRunArn) {
    String tail = mapRunArn.substring(mapRunArn.lastIndexOf('/') + 1);
    return tail.contains(":") ? tail.substring(0, tail.indexOf(':')) : tail;
  }
}
