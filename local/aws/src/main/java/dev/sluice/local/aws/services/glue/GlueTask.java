package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.integration.TaskArguments;
import dev.sluice.local.asl.integration.TaskFailure;
import dev.sluice.local.asl.integration.TaskIntegration;
import dev.sluice.local.asl.integration.TaskRequest;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.json.Json;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Step Functions' Glue tasks: start a run, or run it to its end ({@code .sync}), in which case an
 * execution that stops stops the run.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-glue.html">AWS</a>
 */
final class GlueTask implements TaskIntegration {
  private static final String START = "arn:aws:states:::glue:startJobRun";
  private static final String SYNC = START + ".sync";

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

  private final JobRuns runs;
  private final Executor executor;

  GlueTask(JobRuns runs, Executor executor) {
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
      run = runs.start(request.arguments());
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
      request.cancel().onCancel(() -> runs.stop(run.id()));
    }
    return run;
  }

  private static JsonNode result(JobRun run) {
    if (run.state() != JobRunState.SUCCEEDED) {
      throw new TaskFailure("States.TaskFailed", run.forStepFunctions().toString());
    }
    return run.forStepFunctions();
  }
}
