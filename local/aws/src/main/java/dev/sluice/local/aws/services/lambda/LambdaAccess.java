package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.account.LocalAws;
import java.util.List;

/**
 * What the use of functions needs.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html">AWS</a>
 */
public final class LambdaAccess {
  private LambdaAccess() {}

  /**
   * Invocation.
   *
   * @param function name or ARN, with or without a qualifier
   */
  public static Access invoke(String function) {
    return Access.to("lambda:InvokeFunction", arn(function));
  }

  /**
   * A request to a function URL without login, which needs both.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html">AWS</a>
   */
  static List<Access> url(String function) {
    return List.of(
        Access.to("lambda:InvokeFunctionUrl", arn(function))
            .when("lambda:FunctionUrlAuthType", "NONE"),
        invoke(function).when("lambda:InvokedViaFunctionUrl", "true"));
  }

  private static String arn(String function) {
    return function.startsWith("arn:") ? function : LocalAws.arn("lambda", "function:" + function);
  }
}
