package dev.sluice.local.aws.services.stepfunctions;

import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.AccessDenied;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.template.Resource;
import java.util.List;

/** What Step Functions checks of a state machine's role when the machine is created. */
final class MachineRights {
  private static final String SESSION = "StepFunctions";

  /**
   * What delivers logs.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy">AWS</a>
   */
  private static final List<String> LOGS =
      List.of(
          "CreateLogDelivery",
          "GetLogDelivery",
          "UpdateLogDelivery",
          "DeleteLogDelivery",
          "ListLogDeliveries",
          "PutResourcePolicy",
          "DescribeResourcePolicies",
          "DescribeLogGroups");

  /**
   * What sends traces.
   *
   * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/xray-iam.html">AWS</a>
   */
  private static final List<String> TRACES =
      List.of("PutTraceSegments", "PutTelemetryRecords", "GetSamplingRules", "GetSamplingTargets");

  private final Gatekeeper gate;

  MachineRights(Gatekeeper gate) {
    this.gate = gate;
  }

  /**
   * Checks a state machine of a template.
   *
   * @throws IllegalArgumentException in Step Functions' words
   */
  void check(Resource machine) {
    String role = machine.required("RoleArn");
    try {
      gate.requireTrust(role, "states.amazonaws.com");
    } catch (AccessDenied e) {
      throw new IllegalArgumentException(
          "AccessDeniedException: Neither the global service principal states.amazonaws.com, nor"
              + " the regional one is authorized to assume the provided role. ("
              + e.getMessage()
              + ")",
          e);
    }
    boolean logs =
        machine.properties().path("LoggingConfiguration").path("Destinations").size() > 0;
    require(
        role, "logs", logs ? LOGS : List.of(), "is not authorized to access the Log Destination");
    boolean traces = machine.properties().path("TracingConfiguration").path("Enabled").asBoolean();
    require(role, "xray", traces ? TRACES : List.of(), "is not authorized to send traces to X-Ray");
  }

  private void require(String role, String service, List<String> actions, String refusal) {
    for (String action : actions) {
      try {
        gate.require(role, SESSION, Access.to(service + ":" + action, "*"));
      } catch (AccessDenied e) {
        throw new IllegalArgumentException(
            "AccessDeniedException: The state machine IAM Role "
                + refusal
                + " ("
                + e.getMessage()
                + ")",
            e);
      }
    }
  }
}
