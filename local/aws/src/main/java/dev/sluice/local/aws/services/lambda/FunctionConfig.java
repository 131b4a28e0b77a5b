package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.aws.account.LocalAws;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A function as deployed.
 *
 * @param handler the handler's class name
 * @param classPath the code: jars or directories
 * @param taskRoot what {@code LAMBDA_TASK_ROOT} names
 * @param environment the function's own variables
 * @param memoryMb MemorySize
 * @param timeoutSeconds Timeout
 * @param reservedConcurrency null where none is reserved
 * @param deadLetterArn where failed asynchronous events go, or null
 * @param roleArn the role that it acts as
 * @param inVpc true where Lambda attaches it to a network
 * @param logGroup name of its log group
 */
record FunctionConfig(
    String name,
    String description,
    String runtime,
    String handler,
    List<Path> classPath,
    Path taskRoot,
    Map<String, String> environment,
    int memoryMb,
    int timeoutSeconds,
    Integer reservedConcurrency,
    String deadLetterArn,
    String roleArn,
    boolean inVpc,
    String logGroup) {

  FunctionConfig {
    classPath = List.copyOf(classPath);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  String arn() {
    return LocalAws.arn("lambda", "function:" + name);
  }

  /** Its log group's ARN, without what stands for its streams. */
  String logGroupArn() {
    return LocalAws.arn("logs", "log-group:" + logGroup);
  }
}
