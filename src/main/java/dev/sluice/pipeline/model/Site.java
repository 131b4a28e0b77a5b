package dev.sluice.pipeline.model;

import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.Platform;
import dev.sluice.core.lake.RunFiles;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Retry;
import dev.sluice.pipeline.asl.State;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;

/**
 * Where a pipeline is built: its platform, and the role of its state machine.
 *
 * <p>Whatever a step takes from here (a function to call, a job to run, a map to run) comes with
 * the permission to use it, so that no step can forget one.
 */
public final class Site extends Platform {
  /** Lambda may take this much longer than its own timeout to say that it timed out. */
  private static final int LAMBDA_MARGIN_SECONDS = 60;

  private final Role role;
  private Pipeline whole;

  /** A site on that platform, whose state machine acts in that role. */
  public Site(Platform platform, Role role) {
    super(platform);
    this.role = role;
  }

  /** All steps of the pipeline, in order. */
  public List<Step> steps() {
    return whole.steps();
  }

  /** What the pipeline's steps leave in the lake. */
  public Publications publications() {
    return whole.publications(assets());
  }

  void pipeline(Pipeline drawn) {
    whole = drawn;
  }

  /** Lets the state machine do something. */
  public void allow(PolicyStatement statement) {
    role.addToPolicy(statement);
  }

  /**
   * A task that calls a function, repeated when Lambda is at fault.
   *
   * @param payload an object, or JSONata as a string
   */
  public State invoke(Handler handler, Object payload) {
    allow(Grants.statement(List.of("lambda:InvokeFunction"), handler.arn()));
    return State.task("arn:aws:states:::lambda:invoke")
        .arguments(Json.object("FunctionName", handler.arn(), "Payload", payload))
        .with("TimeoutSeconds", handler.spec().timeoutSeconds() + LAMBDA_MARGIN_SECONDS)
        .retry(Retry.LAMBDA);
  }

  /** A task that calls a function and then waits until somebody answers with the task's token. */
  public State invokeAndWait(Handler handler, Object payload, Object timeoutSeconds) {
    allow(Grants.statement(List.of("lambda:InvokeFunction"), handler.arn()));
    return State.task("arn:aws:states:::lambda:invoke.waitForTaskToken")
        .arguments(Json.object("FunctionName", handler.arn(), "Payload", payload))
        .with("TimeoutSeconds", timeoutSeconds)
        .retry(Retry.LAMBDA);
  }

  /**
   * A task that runs a Glue job to its end.
   *
   * @param runArguments by their names with the dashes
   */
  public State runJob(String jobName, int timeoutMinutes, Map<String, Object> runArguments) {
    // BatchStopJobRun: a stopped execution stops its job runs.
    allow(
        Grants.statement(
            List.of(
                "glue:StartJobRun", "glue:GetJobRun", "glue:GetJobRuns", "glue:BatchStopJobRun"),
            arn("glue", "job/" + jobName)));
    return State.task("arn:aws:states:::glue:startJobRun.sync")
        .arguments(Json.object("JobName", jobName, "Arguments", runArguments))
        // Glue ends the run at its own timeout; this is for a run of which no news comes.
        .with("TimeoutSeconds", (timeoutMinutes + 30) * 60)
        .retry(Retry.GLUE);
  }

  /**
   * Lets the machine run a distributed map of that label over an object of the work bucket.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html">
   *     IAM policies for Distributed Map</a>
   */
  public void allowMapRun(String label) {
    allow(Grants.statement(List.of("states:StartExecution"), machineArn()));
    allow(Grants.statement(List.of("states:RedriveExecution"), executionArn("/" + label + ":*")));
    String files = RunFiles.of("*", label) + "*";
    grants().read(stores().work(), files).forEach(this::allow);
    grants().writeInParts(stores().work(), files).forEach(this::allow);
    allow(
        Grants.statement(
            List.of("s3:ListMultipartUploadParts"), stores().work().arnForObjects(files)));
  }
}
