package dev.sluice.console.aws;

import dev.sluice.core.deployment.DirectoryField;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * Where files of a dataset land.
 *
 * @param cadence how often one is expected, {@code daily} or {@code monthly}
 */
public record DatasetInfo(String name, String prefix, String cadence) {
  /** Reads an object of datasets, sorted by name. */
  static Map<String, DatasetInfo> all(JsonNode node) {
    Map<String, DatasetInfo> datasets = new TreeMap<>();
    node.field(DirectoryField.DATASETS)
        .orElseThrow()
        .asObject()
        .forEach(
            (name, dataset) ->
                datasets.put(
                    name,
                    new DatasetInfo(
                        name,
                        Stores.text(dataset, DirectoryField.PREFIX),
                        Stores.text(dataset, DirectoryField.CADENCE))));
    return datasets;
  }
}
