package dev.sluice.local.aws.services.lambda;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The whole environment of a function's process.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Variables</a>
 */
final class EnvironmentVariables {
  private EnvironmentVariables() {}

  /**
   * @param local region, credentials and endpoints of the local AWS
   * @param logStream name of the environment's log stream
   * @param runtimeApi {@code host:port}
   */
  static Map<String, String> of(
      FunctionConfig function,
      Map<String, String> local,
      String logStream,
      String runtimeApi,
      Path temp) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("LANG", "en_US.UTF-8");
    variables.put("TZ", "UTC");
    variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    variables.put("TMPDIR", temp.toString());
    variables.putAll(local);
    variables.putAll(function.environment());
    // Reserved: a function's own variable of that name cannot be deployed to AWS either.
    variables.put("_HANDLER", function.handler());
    variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMb()));
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", function.logGroup());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream);
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
    variables.put("LAMBDA_TASK_ROOT", function.taskRoot().toString());
    return variables;
  }
}
