package dev.sluice.console.aws;

import dev.sluice.console.UserError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;

/** The executions of one pipeline. */
public final class Executions {
  /** The error of an execution whose input was wrong; a redrive would be refused alike. */
  public static final String INPUT_REFUSED = "InvalidInput";

  private final SfnClient stepFunctions;
  private final PipelineInfo pipeline;

  public Executions(SfnClient stepFunctions, PipelineInfo pipeline) {
    this.stepFunctions = stepFunctions;
    this.pipeline = pipeline;
  }

  /**
   * Starts an execution; returns its ARN.
   *
   * @throws UserError where the name cannot be taken
   */
  public String start(String name, String input) {
    try {
      return stepFunctions
          .startExecution(
              r -> r.stateMachineArn(pipeline.stateMachineArn()).name(name).input(input))
          .executionArn();
    } catch (ExecutionAlreadyExistsException e) {
      throw UserError.usage(
          "found an execution '" + name + "' already, expected a name that was not used.");
    } catch (InvalidNameException e) {
      throw UserError.usage(
          "found '"
              + name
              + "' as the execution's name, expected 1 to 80 letters, digits, - and _.");
    }
  }

  /** The newest executions first; with a status, those of that status. */
  public List<ExecutionListItem> newest(ExecutionStatus status, int limit) {
    return stream(status).limit(limit).toList();
  }

  private Stream<ExecutionListItem> stream(ExecutionStatus status) {
    return stepFunctions
        .listExecutionsPaginator(
            r -> r.stateMachineArn(pipeline.stateMachineArn()).statusFilter(status))
        .executions()
        .stream();
  }

  /** The execution of that name or ARN. */
  public String arnOf(String nameOrArn) {
    String arn =
        nameOrArn.startsWith("arn:")
            ? nameOrArn
            : pipeline.stateMachineArn().replace(":stateMachine:", ":execution:") + ":" + nameOrArn;
    try {
      stepFunctions.describeExecution(r -> r.executionArn(arn));
      return arn;
    } catch (ExecutionDoesNotExistException | InvalidArnException e) {
      throw UserError.usage(
          "found no execution '"
              + nameOrArn
              + "' of "
              + pipeline.name()
              + ". See ./sluice list for those there are.");
    }
  }

  /** The newest execution. */
  public String latest() {
    return newest(null, 1).stream()
        .findFirst()
        .map(ExecutionListItem::executionArn)
        .orElseThrow(
            () ->
                UserError.usage(
                    "found no execution of "
                        + pipeline.name()
                        + ". Start one with ./sluice start."));
  }

  /** The only running execution; refuses where there is none or more than one. */
  public String onlyRunning() {
    return only(newest(ExecutionStatus.RUNNING, 20), "running");
  }

  /**
   * Failed, timed-out and aborted executions that can be redriven to some use, newest first: one
   * whose input was refused would be refused again.
   */
  public List<ExecutionListItem> redrivable() {
    return Stream.of(ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED)
        .flatMap(this::stream)
        .filter(e -> isRedrivable(e.executionArn()))
        .sorted((a, b) -> b.startDate().compareTo(a.startDate()))
        .toList();
  }

  private boolean isRedrivable(String arn) {
    DescribeExecutionResponse execution = stepFunctions.describeExecution(r -> r.executionArn(arn));
    return execution.redriveStatus() == ExecutionRedriveStatus.REDRIVABLE
        && !INPUT_REFUSED.equals(execution.error());
  }

  /** The only redrivable execution; refuses where there is none or more than one. */
  public String onlyRedrivable() {
    return only(redrivable(), "redrivable");
  }

  private String only(List<ExecutionListItem> found, String what) {
    if (found.size() == 1) {
      return found.get(0).executionArn();
    }
    if (found.isEmpty()) {
      throw UserError.usage("found no " + what + " execution of " + pipeline.name() + ".");
    }
    throw UserError.usage(
        "found "
            + found.size()
            + " "
            + what
            + " executions, expected the name of one: "
            + String.join(", ", found.stream().map(ExecutionListItem::name).toList())
            + ".");
  }

  /** As {@link #arnOf(String)} where a name is given. */
  public Optional<String> named(String nameOrArn) {
    return Optional.ofNullable(nameOrArn).map(this::arnOf);
  }
}
