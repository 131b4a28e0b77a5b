package dev.sluice.local.asl.integration;

/** Decides what a state machine may do besides its Tasks, which their integrations judge. */
@FunctionalInterface
public interface MachineRights {
  /** Allows everything. */
  MachineRights ALL = (roleArn, executionArn, action, resource) -> {};

  /**
   * Checks an action of the state machine's role.
   *
   * @param executionArn the execution that does it
   * @param action for example {@code states:StartExecution}
   * @throws TaskFailure with the error and cause that the state ends with
   */
  void require(String roleArn, String executionArn, String action, String resource);
}
