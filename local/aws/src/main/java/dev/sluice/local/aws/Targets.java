package dev.sluice.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.services.events.TargetSender;
import dev.sluice.local.aws.services.lambda.LambdaService;
import dev.sluice.local.aws.services.sns.SnsService;
import dev.sluice.local.aws.services.sqs.SqsService;
import dev.sluice.local.aws.services.stepfunctions.StepFunctionsService;
import dev.sluice.local.base.json.Json;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where rules and schedules can send to. */
final class Targets implements TargetSender {
  private static final List<String> SERVICES = List.of("lambda", "states", "sqs", "sns");

  private final LambdaService lambda;
  private final StepFunctionsService stepFunctions;
  private final SqsService sqs;
  private final SnsService sns;

  Targets(
      LambdaService lambda, StepFunctionsService stepFunctions, SqsService sqs, SnsService sns) {
    this.lambda = lambda;
    this.stepFunctions = stepFunctions;
    this.sqs = sqs;
    this.sns = sns;
  }

  @Override
  public boolean handles(String arn) {
    return SERVICES.contains(service(arn));
  }

  private static String service(String arn) {
    String[] parts = arn.split(":");
    return parts.length > 2 ? parts[2] : "";
  }

  @Override
  public CompletionStage<Void> send(String arn, JsonNode input) {
    String text = input.isTextual() ? input.asText() : Json.text(input);
    switch (service(arn)) {
      case "lambda":
        return lambda.invokeAsync(arn, Json.bytes(input));
      case "states":
        stepFunctions.start(arn, Json.text(input));
        break;
      case "sqs":
        sqs.send(arn, text);
        break;
      case "sns":
        sns.publish(arn, null, text);
        break;
      default:
        throw new IllegalArgumentException("no target " + arn);
    }
    return CompletableFuture.completedFuture(null);
  }
}
