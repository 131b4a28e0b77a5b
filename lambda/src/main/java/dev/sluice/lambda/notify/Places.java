package dev.sluice.lambda.notify;

/** Where to look: pages of the AWS console, in the partition and region of an ARN. */
final class Places {
  private Places() {}

  static String execution(String arn) {
    String[] parts = arn.split(":");
    String region = parts[3];
    return "https://"
        + region
        + "."
        + console(parts[1])
        + "/states/home?region="
        + region
        + "#/v2/executions/details/"
        + arn;
  }

  private static String console(String partition) {
    return switch (partition) {
      case "aws-cn" -> "console.amazonaws.cn";
      case "aws-us-gov" -> "console.amazonaws-us-gov.com";
      default -> "console.aws.amazon.com";
    };
  }
}
