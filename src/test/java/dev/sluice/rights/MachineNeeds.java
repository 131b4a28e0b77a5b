package dev.sluice.rights;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.JsonTree;
import dev.sluice.fixture.MachineDefinition;
import dev.sluice.fixture.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What Step Functions does in the name of a state machine's role besides its tasks. */
final class MachineNeeds {
  private static final String LOGS_PAGE =
      "https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy";
  private static final String MAP_PAGE =
      "https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html";

  /** Delivery of logs knows no narrower resource. */
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

  private static final List<String> RESULTS =
      List.of("PutObject", "GetObject", "ListMultipartUploadParts", "AbortMultipartUpload");

  private final String resource;
  private final JsonNode properties;
  private final List<Need> needs = new ArrayList<>();

  private MachineNeeds(String resource, JsonNode properties) {
    this.resource = resource;
    this.properties = properties;
  }

  static List<Need> of(JsonTree template) {
    List<Need> all = new ArrayList<>();
    template
        .resources("AWS::StepFunctions::StateMachine")
        .forEach(
            machine -> {
              MachineNeeds needs =
                  new MachineNeeds(machine.getKey(), machine.getValue().path("Properties"));
              if (!needs.properties.path("LoggingConfiguration").path("Destinations").isEmpty()) {
                LOGS.forEach(action -> needs.add(LOGS_PAGE, "logs:" + action, "\\*"));
              }
              MachineDefinition.of(template).states().values().forEach(needs::map);
              all.addAll(needs.needs);
            });
    return all;
  }

  private void map(JsonNode state) {
    if (!state.at("/ItemProcessor/ProcessorConfig/Mode").asText().equals("DISTRIBUTED")) {
      return;
    }
    String name = Pattern.quote(Plain.text(properties.path("StateMachineName")));
    String label = Pattern.quote(state.path("Label").asText());
    add(MAP_PAGE, "states:StartExecution", "states:stateMachine:" + name);
    add(MAP_PAGE, "states:RedriveExecution", "states:execution:" + name + "/" + label + ":\\*");
    if (state.has("ResultWriter")) {
      String step = ".*/" + label + "/\\*";
      RESULTS.forEach(action -> add(MAP_PAGE, "s3:" + action, step));
    }
  }

  private void add(String page, String action, String on) {
    needs.add(new Need(resource, Need.role(properties.path("RoleArn")), action, on, page));
  }
}
