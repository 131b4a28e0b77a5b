package dev.sluice.console.aws;

import dev.sluice.core.deployment.DirectoryField;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * Where a deployment keeps its files and what it knows of them.
 *
 * @param landing the bucket where files arrive
 * @param failed the bucket of files that break their contract
 * @param lake the bucket of the zones
 * @param work the bucket of what runs leave
 * @param auditTable what became of each file
 */
public record Stores(String landing, String failed, String lake, String work, String auditTable) {
  static Stores of(JsonNode node) {
    return new Stores(
        text(node, DirectoryField.LANDING_BUCKET),
        text(node, DirectoryField.FAILED_BUCKET),
        text(node, DirectoryField.LAKE_BUCKET),
        text(node, DirectoryField.WORK_BUCKET),
        text(node, DirectoryField.AUDIT_TABLE));
  }

  static String text(JsonNode node, String field) {
    return node.field(field)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a parameter of the deployment has no field "
                        + field
                        + "; deploy with the version of Sluice that reads it"))
        .asString();
  }
}
