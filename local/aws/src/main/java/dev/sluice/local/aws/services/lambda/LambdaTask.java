package dev.sluice.local.aws.services.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.sluice.local.iam.request.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Step Functions' Lambda tasks: the optimised integration, with or without task token, and a
 * function's ARN as resource.
 *
 * <p>A stopped execution does not stop its function, as on AWS; the answer is dropped.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html">AWS</a>
 */
final class LambdaTask implements TaskIntegration {
  private static final String INVOKE = "arn:aws:states:::lambda:invoke";
  private static final String FUNCTION = "arn:aws:lambda:";

  private final Gatekeeper gate;
  private static final TaskArguments ARGUMENTS =
      new TaskArguments(
          Set.of(
              "ClientContext", "FunctionName", "InvocationType", "LogType", "Payload", "Qualifier"),
          Set.of("FunctionName"));

  /**
   * Without Payload: a blob of the API, which Step Functions reads as whatever JSON it is.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">AWS, Invoke</a>
   */
  private static final TaskResult RESULT =
      new TaskResult(
          Map.of(
              "StatusCode", Kind.NUMBER,
              "ExecutedVersion", Kind.STRING,
              "FunctionError", Kind.STRING,
              "LogResult", Kind.STRING),
          Set.of());

  private final Invoker invoker;

  /** Invokes by name or ARN; completes exceptionally with {@link ServiceError} if refused. */
  interface Invoker {
    CompletionStage<Outcome> invoke(String function, JsonNode event);

    /** Hands an event over without waiting for its outcome. */
    void invokeAsync(String function, JsonNode event);
  }

  LambdaTask(Gatekeeper gate, Invoker invoker) {
    this.gate = gate;
    this.invoker = invoker;
  }

  @Override
  public boolean handles(String resource) {
    return resource.equals(INVOKE)
        || resource.equals(INVOKE + ".waitForTaskToken")
        || resource.startsWith(FUNCTION);
  }

  @Override
  public Optional<TaskArguments> arguments(String resource) {
    return resource.startsWith(FUNCTION) ? Optional.empty() : Optional.of(ARGUMENTS);
  }

  @Override
  public Optional<TaskResult> result(String resource) {
    // A function itself, and whoever sends the token, answer with what they like.
    return resource.equals(INVOKE) ? Optional.of(RESULT) : Optional.empty();
  }

  @Override
  public CompletionStage<JsonNode> run(TaskRequest request) {
    try {
      return request.resource().startsWith(FUNCTION)
          ? invoke(request, request.resource(), request.arguments()).thenApply(LambdaTask::json)
          : optimised(request);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(translate(e));
    }
  }

  private CompletionStage<JsonNode> optimised(TaskRequest request) {
    JsonNode arguments = request.arguments();
    String function = arguments.path("FunctionName").asText("");
    if (function.isEmpty()) {
      throw new TaskFailure(
          "States.Runtime", "The Arguments of a lambda:invoke task need a FunctionName.");
    }
    JsonNode payload = arguments.path("Payload");
    // Lambda takes an empty payload for an empty object, and null is none.
    JsonNode event = payload.isMissingNode() || payload.isNull() ? Json.object() : payload;
    if (arguments.path("InvocationType").asText("").equals("Event")) {
      gate.require(caller(request), List.of(LambdaAccess.invoke(function)));
      invoker.invokeAsync(function, event);
      return CompletableFuture.completedFuture(envelope(202));
    }
    return invoke(request, function, event)
        .thenApply(
            outcome -> {
              ObjectNode result = envelope(200);
              result.put("ExecutedVersion", "$LATEST");
              result.set("Payload", json(outcome));
              return result;
            });
  }

  private static Principal caller(TaskRequest request) {
    return Callers.session(request.roleArn(), LocalAws.nameOf(request.executionArn()));
  }

  private CompletionStage<Outcome> invoke(TaskRequest request, String function, JsonNode event) {
    gate.require(caller(request), List.of(LambdaAccess.invoke(function)));
    return invoker
        .invoke(function, event)
        .handle(
            (outcome, failure) -> {
              if (failure != null) {
                throw translate(failure);
              }
              if (outcome.failed()) {
                throw failed(outcome);
              }
              return outcome;
            });
  }

  private static TaskFailure failed(Outcome outcome) {
    JsonNode document = Payloads.read(outcome.payload());
    String type = document == null ? "" : document.path("errorType").asText("");
    return new TaskFailure(type.isEmpty() ? "Lambda.Unknown" : type, Payloads.text(outcome));
  }

  private static JsonNode json(Outcome outcome) {
    JsonNode payload = Payloads.read(outcome.payload());
    if (payload == null) {
      throw new TaskFailure(
          "Lambda.Unknown",
          "The function's answer is not JSON; it begins: " + Payloads.beginning(outcome));
    }
    return payload;
  }

  private static TaskFailure translate(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof TaskFailure known) {
      return known;
    }
    if (cause instanceof AccessDenied denied) {
      // Lambda's model has no such exception, so that Step Functions names the service's.
      return new TaskFailure(
          "Lambda.AWSLambdaException",
          denied.getMessage()
              + " (Service: Lambda, Status Code: 403, Request ID: "
              + UUID.randomUUID()
              + ")");
    }
    if (cause instanceof ServiceError refused) {
      return new TaskFailure(
          "Lambda." + refused.code(),
          refused.getMessage()
              + " (Service: Lambda, Status Code: "
              + refused.status()
              + ", Request ID: "
              + UUID.randomUUID()
              + ")");
    }
    return new TaskFailure("Lambda.SdkClientException", String.valueOf(cause.getMessage()));
  }

  private static ObjectNode envelope(int status) {
    String id = UUID.randomUUID().toString();
    ObjectNode result = Json.object();
    ObjectNode http = result.putObject("SdkHttpMetadata");
    http.putObject("AllHttpHeaders").putArray("x-amzn-RequestId").add(id);
    http.putObject("HttpHeaders").put("x-amzn-RequestId", id);
    http.put("HttpStatusCode", status);
    result.putObject("SdkResponseMetadata").put("RequestId", id);
    result.put("StatusCode", status);
    return result;
  }
}
