package dev.sluice.console.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * What a deployed pipeline says of itself in the parameter {@code /sluice/pipelines/<name>}.
 *
 * @param steps in the order of the definition
 * @param datasets by name
 */
public record PipelineInfo(
    String name,
    String stateMachineArn,
    Map<String, String> buckets,
    String auditTable,
    List<StepInfo> steps,
    Map<String, DatasetInfo> datasets) {

  /** A step and the steps that it directly follows. */
  public record StepInfo(String name, List<String> after) {}

  /** Where files of a dataset land. */
  public record DatasetInfo(String name, String prefix) {}

  static PipelineInfo parse(String json) {
    JsonNode node = JsonNode.parser().parse(json);
    Map<String, String> buckets = new LinkedHashMap<>();
    for (String zone : List.of("landing", "failed", "lake", "work")) {
      buckets.put(zone, text(node, zone + "Bucket"));
    }
    List<StepInfo> steps =
        node.field("steps").orElseThrow().asArray().stream()
            .map(
                step ->
                    new StepInfo(
                        text(step, "name"),
                        step.field("after").orElseThrow().asArray().stream()
                            .map(JsonNode::asString)
                            .toList()))
            .toList();
    Map<String, DatasetInfo> datasets = new LinkedHashMap<>();
    node.field("datasets")
        .orElseThrow()
        .asObject()
        .forEach((name, d) -> datasets.put(name, new DatasetInfo(name, text(d, "prefix"))));
    return new PipelineInfo(
        text(node, "pipeline"),
        text(node, "stateMachineArn"),
        buckets,
        text(node, "auditTable"),
        steps,
        datasets);
  }

  private static String text(JsonNode node, String field) {
    return node.field(field)
        .orElseThrow(
            () -> new IllegalArgumentException("the pipeline's parameter has no field " + field))
        .asString();
  }
}
