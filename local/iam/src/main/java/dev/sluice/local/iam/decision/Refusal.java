package dev.sluice.local.iam.decision;

import dev.sluice.local.iam.request.AccessRequest;
import dev.sluice.local.iam.request.Anonymous;
import dev.sluice.local.iam.request.ServicePrincipal;

/**
 * Refusals as AWS words them, with what single services do differently.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access
 *     denied error messages</a>
 */
final class Refusal {
  private Refusal() {}

  static String message(Decision decision) {
    if (decision.allowed()) {
      throw new IllegalStateException(
          "found an allowed request, expected a refused one: " + decision.request());
    }
    AccessRequest request = decision.request();
    String service = request.service();
    boolean s3 = service.equals("s3");
    if (s3 && !withinAccount(request)) {
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html: whoever
      // is outside the account learns no more.
      return "Access Denied";
    }
    String quote = s3 ? "\"" : "";
    String refused =
        "User: "
            + request.principal().name()
            + " is not authorized to perform: "
            + action(request)
            + " on resource: "
            + quote
            + request.resource()
            + quote;
    // STS says no more: https://github.com/aws-actions/configure-aws-credentials/issues/1219
    return service.equals("sts") ? refused : refused + " " + reason(decision);
  }

  private static boolean withinAccount(AccessRequest request) {
    return !(request.principal() instanceof Anonymous
        || request.principal() instanceof ServicePrincipal);
  }

  private static String reason(Decision decision) {
    String words = decision.kind().words();
    if (decision.verdict() == Verdict.EXPLICIT_DENY) {
      return "with an explicit deny in " + (words.startsWith("i") ? "an " : "a ") + words;
    }
    return "because no " + words + " allows the " + action(decision.request()) + " action";
  }

  /**
   * The action as its service writes it: SNS its own name in capitals, SQS everything in small
   * letters.
   *
   * @see <a
   *     href="https://github.com/aws-ia/terraform-aws-control_tower_account_factory/issues/151">SNS</a>
   * @see <a href="https://github.com/aws/serverless-application-model/issues/3633">SQS</a>
   */
  private static String action(AccessRequest request) {
    return switch (request.service()) {
      case "sns" -> "SNS" + request.action().substring("sns".length());
      case "sqs" -> request.actionInSmallLetters();
      default -> request.action();
    };
  }
}
