package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.AccessDenied;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.endpoint.ServiceError;
import java.util.List;

/** What Lambda itself does in the name of a function's role. */
final class FunctionRights {
  /**
   * What attaches a function to a network.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions">AWS</a>
   */
  private static final List<String> NETWORK =
      List.of(
          "CreateNetworkInterface",
          "DescribeNetworkInterfaces",
          "DescribeSubnets",
          "DeleteNetworkInterface",
          "AssignPrivateIpAddresses",
          "UnassignPrivateIpAddresses");

  private final Gatekeeper gate;

  FunctionRights(Gatekeeper gate) {
    this.gate = gate;
  }

  /**
   * Checks a function that is created or updated.
   *
   * @throws IllegalArgumentException where its role does not suffice, in Lambda's words
   */
  void check(FunctionConfig function) {
    try {
      gate.requireTrust(function.roleArn(), "lambda.amazonaws.com");
    } catch (AccessDenied e) {
      throw new IllegalArgumentException(
          "The role defined for the function cannot be assumed by Lambda. (" + e.getMessage() + ")",
          e);
    }
    if (!function.inVpc()) {
      return;
    }
    for (String action : NETWORK) {
      try {
        gate.require(function.roleArn(), function.name(), Access.to("ec2:" + action, "*"));
      } catch (AccessDenied e) {
        throw new IllegalArgumentException(
            "The provided execution role does not have permissions to call "
                + action
                + " on EC2 ("
                + e.getMessage()
                + ")",
            e);
      }
    }
  }

  /**
   * Checks that a new environment may write its log. On AWS it would run without one, and nobody
   * would know why; here it does not start.
   *
   * @throws ServiceError AccessDeniedException
   */
  void checkLog(FunctionConfig function, String stream) {
    String arn = function.logGroupArn() + ":log-stream:" + stream;
    try {
      gate.require(
          function.roleArn(),
          function.name(),
          Access.to("logs:CreateLogStream", arn),
          Access.to("logs:PutLogEvents", arn));
    } catch (AccessDenied e) {
      throw new ServiceError(
          "AccessDeniedException",
          function.name()
              + " may not write its log, which on AWS would stay empty: "
              + e.getMessage(),
          403);
    }
  }
}
