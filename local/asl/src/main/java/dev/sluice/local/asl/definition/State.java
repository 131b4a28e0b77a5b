package dev.sluice.local.asl.definition;

/** One state; a record for each type. */
public sealed interface State
    permits PassState,
        TaskState,
        ChoiceState,
        WaitState,
        SucceedState,
        FailState,
        ParallelState,
        MapState {
  String name();

  /** As the document and history events spell it, for example {@code Task}. */
  String type();

  /** How the state goes on when it ends well. */
  Exit exit();

  /** How the state deals with errors. */
  default ErrorHandling errors() {
    return ErrorHandling.NONE;
  }
}
