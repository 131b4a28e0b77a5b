package dev.sluice.local.asl.api;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each operation may be called, as AWS limits it by default in us-east-1, us-west-2 and
 * eu-west-1.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html#service-limits-api-action-throttling-general">AWS,
 *     Quotas related to API action throttling</a>
 */
public final class ApiRates {
  private static final double[] OTHER = {100, 1};
  private static final Map<String, double[]> RATES = rates();
  private final Map<String, TokenBucket> buckets = new HashMap<>();

  public ApiRates(Clock clock, Iterable<String> operations) {
    for (String operation : operations) {
      double[] rate = RATES.getOrDefault(operation, OTHER);
      buckets.put(operation, new TokenBucket(clock, rate[0], rate[1]));
    }
  }

  private static Map<String, double[]> rates() {
    Map<String, double[]> rates = new HashMap<>();
    rates.put("DescribeActivity", new double[] {200, 1});
    rates.put("DescribeExecution", new double[] {300, 15});
    rates.put("DescribeMapRun", new double[] {200, 1});
    rates.put("DescribeStateMachine", new double[] {200, 20});
    rates.put("DescribeStateMachineAlias", new double[] {200, 1});
    rates.put("DescribeStateMachineForExecution", new double[] {200, 1});
    rates.put("GetActivityTask", new double[] {3000, 500});
    rates.put("GetExecutionHistory", new double[] {400, 20});
    rates.put("ListActivities", new double[] {100, 10});
    rates.put("ListExecutions", new double[] {200, 5});
    rates.put("ListStateMachines", new double[] {100, 5});
    rates.put("RedriveExecution", new double[] {1300, 300});
    rates.put("SendTaskFailure", new double[] {3000, 500});
    rates.put("SendTaskHeartbeat", new double[] {3000, 500});
    rates.put("SendTaskSuccess", new double[] {3000, 500});
    rates.put("StartExecution", new double[] {1300, 300});
    rates.put("StartSyncExecution", new double[] {6000, 6000});
    rates.put("StopExecution", new double[] {1000, 200});
    rates.put("TagResource", new double[] {200, 1});
    rates.put("TestState", new double[] {1, 1});
    rates.put("UntagResource", new double[] {200, 1});
    return rates;
  }

  /**
   * @throws AslException ThrottlingException where the operation is called too often
   */
  public void spend(String operation) {
    if (!buckets.get(operation).take()) {
      throw new AslException("ThrottlingException", "Rate exceeded");
    }
  }
}
