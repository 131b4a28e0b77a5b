package dev.sluice.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.AccessDenied;
import dev.sluice.local.aws.access.Callers;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.services.events.Sender;
import dev.sluice.local.aws.services.events.TargetSender;
import dev.sluice.local.aws.services.lambda.LambdaAccess;
import dev.sluice.local.aws.services.lambda.LambdaService;
import dev.sluice.local.aws.services.sns.SnsService;
import dev.sluice.local.aws.services.sqs.SqsService;
import dev.sluice.local.aws.services.stepfunctions.StepFunctionsService;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.iam.request.Principal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Where rules and schedules can send to, as far as they may: with the target's role where it has
 * one, otherwise by the policy of the function, queue or topic.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html">EventBridge</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html#setting-up-execution-role">Scheduler</a>
 */
final class Targets implements TargetSender {
  private static final List<String> SERVICES = List.of("lambda", "states", "sqs", "sns");

  private final Gatekeeper gate;
  private final LambdaService lambda;
  private final StepFunctionsService stepFunctions;
  private final SqsService sqs;
  private final SnsService sns;

  Targets(
      Gatekeeper gate,
      LambdaService lambda,
      StepFunctionsService stepFunctions,
      SqsService sqs,
      SnsService sns) {
    this.gate = gate;
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

  /**
   * Sends.
   *
   * @throws AccessDenied where the sender may not
   */
  @Override
  public CompletionStage<Void> send(Sender sender, String arn, JsonNode input) {
    gate.require(principal(sender), List.of(access(sender, arn)));
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

  private Principal principal(Sender sender) {
    if (sender.roleArn() == null) {
      return Principal.service(sender.service());
    }
    gate.requireTrust(sender.roleArn(), sender.service());
    return Callers.session(sender.roleArn(), LocalAws.nameOf(sender.arn()));
  }

  private static Access access(Sender sender, String arn) {
    Access access =
        switch (service(arn)) {
          case "lambda" -> LambdaAccess.invoke(arn);
          case "states" -> Access.to("states:StartExecution", arn);
          case "sqs" -> Access.to("sqs:sendmessage", arn);
          default -> Access.to("SNS:Publish", arn);
        };
    return access.when("aws:SourceArn", sender.arn()).when("aws:SourceAccount", LocalAws.ACCOUNT);
  }
}
