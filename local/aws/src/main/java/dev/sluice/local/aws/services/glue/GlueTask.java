package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.integration.TaskArguments;
import dev.sluice.local.asl.integration.TaskFailure;
import dev.sluice.local.asl.integration.TaskIntegration;
import dev.sluice.local.asl.integration.TaskRequest;
import dev.sluice.local.asl.integration.TaskResult;
import dev.sluice.local.asl.integration.TaskResult.Kind;
import dev.sluice.local.aws.access.AccessDenied;
import dev.sluice.local.aws.access.Callers;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Step Functions' Glue tasks: start a run, or run it to its end ({@code .sync}), in which case an
 * execution that stops stops the run.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-glue.html">AWS</a>
 */
final class GlueTask implements TaskIntegration {
  private static final String START = "arn:aws:states:::glue:startJobRun";
  private static final String SYNC = START + ".sync";

  /**
   * What the call and, where it is waited for, the questions after it need.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-glue.html#glue-iam">AWS</a>
   */
  private static final Map<String, List<String>> START_ACTIONS =
      Map.of(
          START, List.of("StartJobRun"), SYNC, List.of("StartJobRun", "GetJobRun", "GetJobRuns"));

  private static final Logger LOG = LoggerFactory.getLogger(GlueTask.class);

  private final Gatekeeper gate;
  private static final TaskArguments ARGUMENTS =
      new TaskArguments(
          Set.of(
              "AllocatedCapacity",
              "Arguments",
              "ExecutionClass",
              "JobName",
              "JobRunId",
              "JobRunQueuingEnabled",
              "MaxCapacity",
              "NotificationProperty",
              "NumberOfWorkers",
              "SecurityConfiguration",
              "Timeout",
              "WorkerType"),
          Set.of("JobName"));

  /**
   * A JobRun, without its dates, of which AWS does not say how Step Functions writes them.
   *
   * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_JobRun.html">AWS, JobRun</a>
   */
  private static final TaskResult JOB_RUN =
      new TaskResult(
          Map.ofEntries(
              Map.entry("Id", Kind.STRING),
              Map.entry("JobName", Kind.STRING),
              Map.entry("JobRunState", Kind.STRING),
              Map.entry("ErrorMessage", Kind.STRING),
              Map.entry("Attempt", Kind.NUMBER),
              Map.entry("ExecutionTime", Kind.NUMBER),
              Map.entry("Timeout", Kind.NUMBER),
              Map.entry("MaxCapacity", Kind.NUMBER),
              Map.entry("NumberOfWorkers", Kind.NUMBER),
              Map.entry("WorkerType", Kind.STRING),
              Map.entry("GlueVersion", Kind.STRING),
              Map.entry("LogGroupName", Kind.STRING),
              Map.entry("Arguments", Kind.OBJECT),
              Map.entry("PredecessorRuns", Kind.LIST)),
          Set.of());

  private static final TaskResult STARTED =
      new TaskResult(Map.of("JobRunId", Kind.STRING), Set.of());

  private final JobRuns runs;
  private final Executor executor;

  GlueTask(Gatekeeper gate, JobRuns runs, Executor executor) {
    this.gate = gate;
    this.runs = runs;
    this.executor = executor;
  }

  @Override
  public boolean handles(String resource) {
    return resource.equals(START) || resource.equals(SYNC);
  }

  @Override
  public Optional<TaskArguments> arguments(String resource) {
    return Optional.of(ARGUMENTS);
  }

  @Override
  public Optional<TaskResult> result(String resource) {
    return Optional.of(resource.equals(SYNC) ? JOB_RUN : STARTED);
  }

  @Override
  public CompletionStage<JsonNode> run(TaskRequest request) {
    return CompletableFuture.supplyAsync(() -> start(request), executor)
        .thenCompose(
            run ->
                request.resource().equals(SYNC)
                    ? runs.ended(run.id()).thenApply(GlueTask::result)
                    : CompletableFuture.completedFuture(Json.object().put("JobRunId", run.id())));
  }

  private JobRun start(TaskRequest request) {
    JobRun run;
    try {
      allow(request, START_ACTIONS.get(request.resource()));
      run = runs.start(request.arguments());
    } catch (AccessDenied denied) {
      throw new TaskFailure(
          "Glue.AccessDeniedException",
          denied.getMessage()
              + " (Service: Glue, Status Code: 400, Request ID: "
              + UUID.randomUUID()
              + ")");
    } catch (ServiceError refused) {
      throw new TaskFailure(
          "Glue." + refused.code(),
          refused.getMessage()
              + " (Service: Glue, Status Code: "
              + refused.status()
              + ", Request ID: "
              + UUID.randomUUID()
              + ")");
    }
    if (request.resource().equals(SYNC)) {
      request.cancel().onCancel(() -> stop(request, run));
    }
    return run;
  }

  private void stop(TaskRequest request, JobRun run) {
    try {
      allow(request, List.of("BatchStopJobRun"));
      runs.stop(run.id());
    } catch (AccessDenied e) {
      // As on AWS: the execution ends, and the run goes on.
      LOG.warn("the run {} goes on: {}", run.id(), e.getMessage());
    }
  }

  private void allow(TaskRequest request, List<String> actions) {
    String job = request.arguments().path("JobName").asText();
    gate.require(
        Callers.session(request.roleArn(), LocalAws.nameOf(request.executionArn())),
        actions.stream().map(action -> GlueAccess.job("glue:" + action, job)).toList());
  }

  private static JsonNode result(JobRun run) {
    if (run.state() != JobRunState.SUCCEEDED) {
      throw new TaskFailure("States.TaskFailed", run.forStepFunctions().toString());
    }
    return run.forStepFunctions();
  }
}
