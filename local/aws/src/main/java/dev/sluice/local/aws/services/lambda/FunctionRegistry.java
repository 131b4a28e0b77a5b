package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.endpoint.ServiceError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The deployed functions. Thread-safe. */
final class FunctionRegistry {
  private final Map<String, FunctionConfig> functions = new ConcurrentSkipListMap<>();
  private final Map<String, AsyncConfig> async = new ConcurrentSkipListMap<>();

  /**
   * What happens to an asynchronous event that keeps failing.
   *
   * @param retries after the first attempt, 0 to 2
   * @param maxAgeSeconds how long it may wait for the function, 60 to 21,600
   * @param onFailureArn destination, or null
   */
  record AsyncConfig(int retries, int maxAgeSeconds, String onFailureArn) {
    static final AsyncConfig DEFAULT = new AsyncConfig(2, 21_600, null);
  }

  void put(FunctionConfig function) {
    functions.put(function.name(), function);
  }

  void putAsync(String function, AsyncConfig config) {
    async.put(function, config);
  }

  AsyncConfig async(String function) {
    return async.getOrDefault(function, AsyncConfig.DEFAULT);
  }

  List<FunctionConfig> all() {
    return List.copyOf(functions.values());
  }

  /**
   * The function of a name or ARN; a version or alias is the function itself here.
   *
   * @throws ServiceError ResourceNotFoundException
   */
  FunctionConfig get(String nameOrArn) {
    FunctionName name = FunctionName.parse(nameOrArn);
    FunctionConfig function = functions.get(name.name());
    if (function == null) {
      throw new ServiceError(
          "ResourceNotFoundException",
          "Function not found: " + LocalAws.arn("lambda", "function:" + name.name()),
          404);
    }
    return function;
  }
}
