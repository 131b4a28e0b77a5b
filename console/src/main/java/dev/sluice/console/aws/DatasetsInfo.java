package dev.sluice.console.aws;

import java.util.Map;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * What a deployment says of its datasets.
 *
 * @param datasets by name
 */
public record DatasetsInfo(Stores stores, Map<String, DatasetInfo> datasets) {
  static DatasetsInfo parse(String json) {
    JsonNode node = JsonNode.parser().parse(json);
    return new DatasetsInfo(Stores.of(node), DatasetInfo.all(node));
  }
}
