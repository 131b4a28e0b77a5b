package dev.sluice.console.aws;

import dev.sluice.core.deployment.DirectoryField;
import dev.sluice.core.function.StepField;
import dev.sluice.core.plan.StepOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * What a deployed pipeline says of itself.
 *
 * @param datasets by name, those whose files the pipeline reads; may be empty
 */
public record PipelineInfo(
    String name,
    String stateMachineArn,
    Stores stores,
    StepOrder steps,
    Map<String, DatasetInfo> datasets) {

  static PipelineInfo parse(String json) {
    JsonNode node = JsonNode.parser().parse(json);
    Map<String, List<String>> after = new LinkedHashMap<>();
    for (JsonNode step : node.field(DirectoryField.STEPS).orElseThrow().asArray()) {
      after.put(
          Stores.text(step, StepField.NAME),
          step.field(StepField.AFTER).orElseThrow().asArray().stream()
              .map(JsonNode::asString)
              .toList());
    }
    return new PipelineInfo(
        Stores.text(node, DirectoryField.PIPELINE),
        Stores.text(node, DirectoryField.STATE_MACHINE_ARN),
        Stores.of(node),
        new StepOrder(after),
        DatasetInfo.all(node));
  }

  /** The state machine's name, with which the names of the pipeline's functions begin. */
  public String machine() {
    return stateMachineArn.substring(stateMachineArn.lastIndexOf(':') + 1);
  }

  /** The ARN of the pipeline's execution of that name. */
  String executionArn(String execution) {
    return stateMachineArn.replace(":stateMachine:", ":execution:") + ":" + execution;
  }
}
