package dev.sluice.console.aws;

import dev.sluice.console.error.UserError;
import dev.sluice.core.plan.RunInput;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
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

/** The executions of one pipeline or of several. */
public final class Executions {
  private static final Comparator<Listed> NEWEST_FIRST =
      Comparator.comparing((Listed listed) -> listed.item().startDate()).reversed();

  private final SfnClient stepFunctions;
  private final List<PipelineInfo> pipelines;

  public Executions(SfnClient stepFunctions, List<PipelineInfo> pipelines) {
    this.stepFunctions = stepFunctions;
    this.pipelines = pipelines;
  }

  /** An execution as lists have it. */
  public record Listed(PipelineInfo pipeline, ExecutionListItem item) {
    public Execution execution() {
      return new Execution(pipeline, item.executionArn());
    }
  }

  /**
   * Starts an execution.
   *
   * @throws UserError where the name cannot be taken
   */
  public Execution start(PipelineInfo pipeline, String name, String input) {
    try {
      return new Execution(
          pipeline,
          stepFunctions
              .startExecution(
                  r -> r.stateMachineArn(pipeline.stateMachineArn()).name(name).input(input))
              .executionArn());
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
  public List<Listed> newest(ExecutionStatus status, int limit) {
    return pipelines.stream()
        .flatMap(pipeline -> stream(pipeline, status).limit(limit))
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .toList();
  }

  private Stream<Listed> stream(PipelineInfo pipeline, ExecutionStatus status) {
    return stepFunctions
        .listExecutionsPaginator(
            r -> r.stateMachineArn(pipeline.stateMachineArn()).statusFilter(status))
        .executions()
        .stream()
        .map(item -> new Listed(pipeline, item));
  }

  /**
   * The execution of that name or ARN, of whichever pipeline it is.
   *
   * @throws UserError where there is none, or one of each of several pipelines
   */
  public Execution named(String nameOrArn) {
    List<Execution> found =
        pipelines.stream()
            .map(pipeline -> new Execution(pipeline, arnIn(pipeline, nameOrArn)))
            .filter(execution -> mayBe(execution, nameOrArn) && exists(execution))
            .toList();
    if (found.isEmpty()) {
      throw UserError.usage(
          "found no execution '"
              + nameOrArn
              + "' of "
              + names()
              + ". See ./sluice list for those there are.");
    }
    if (found.size() > 1) {
      throw UserError.usage(
          "found an execution '"
              + nameOrArn
              + "' of each of "
              + found.stream().map(e -> e.pipeline().name()).collect(Collectors.joining(", "))
              + ", expected --pipeline with one of them.");
    }
    return found.get(0);
  }

  private static String arnIn(PipelineInfo pipeline, String nameOrArn) {
    return pipeline.executionArn(nameOrArn.substring(nameOrArn.lastIndexOf(':') + 1));
  }

  /** False for the ARN of another pipeline's execution. */
  private static boolean mayBe(Execution execution, String nameOrArn) {
    return !nameOrArn.startsWith("arn:") || execution.arn().equals(nameOrArn);
  }

  private boolean exists(Execution execution) {
    try {
      stepFunctions.describeExecution(r -> r.executionArn(execution.arn()));
      return true;
    } catch (ExecutionDoesNotExistException | InvalidArnException e) {
      return false;
    }
  }

  /** The execution that was started last. */
  public Execution latest() {
    return newest(null, 1).stream()
        .findFirst()
        .map(Listed::execution)
        .orElseThrow(
            () ->
                UserError.usage(
                    "found no execution of " + names() + ". Start one with ./sluice start."));
  }

  /** The only running execution; refuses where there is none or more than one. */
  public Execution onlyRunning() {
    return only(newest(ExecutionStatus.RUNNING, 20), "running");
  }

  /**
   * Failed, timed-out and aborted executions that can be redriven to some use, newest first: one
   * whose input was refused would be refused again.
   */
  public List<Listed> redrivable() {
    return pipelines.stream()
        .flatMap(
            pipeline ->
                Stream.of(
                        ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED)
                    .flatMap(status -> stream(pipeline, status)))
        .filter(listed -> isRedrivable(listed.item().executionArn()))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  private boolean isRedrivable(String arn) {
    DescribeExecutionResponse execution = stepFunctions.describeExecution(r -> r.executionArn(arn));
    return execution.redriveStatus() == ExecutionRedriveStatus.REDRIVABLE
        && !RunInput.REFUSED.equals(execution.error());
  }

  /** The only redrivable execution; refuses where there is none or more than one. */
  public Execution onlyRedrivable() {
    return only(redrivable(), "redrivable");
  }

  private Execution only(List<Listed> found, String what) {
    if (found.size() == 1) {
      return found.get(0).execution();
    }
    if (found.isEmpty()) {
      throw UserError.usage("found no " + what + " execution of " + names() + ".");
    }
    throw UserError.usage(
        "found "
            + found.size()
            + " "
            + what
            + " executions, expected the name of one: "
            + String.join(", ", found.stream().map(listed -> listed.item().name()).toList())
            + ".");
  }

  /** The pipelines' names, as errors say them. */
  public String names() {
    return String.join(", ", pipelines.stream().map(PipelineInfo::name).toList());
  }
}
