package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A table's partitions in the shape of GetPartitions: folders on the way to a member first, then
 * {@code key=value} folders below it.
 *
 * @param table in the shape of GetTable
 */
record TablePartitions(String bucket, TableFolder folder, ObjectNode table) {
  ArrayNode all() {
    ArrayNode partitions = Json.array();
    for (CrawledFolder member : folder.members()) {
      List<String> way = member.below(folder.path());
      if (member.directory().partitions().isEmpty() && !way.isEmpty()) {
        add(partitions, member.path(), way);
      }
      member
          .directory()
          .partitions()
          .forEach(
              (path, values) -> {
                List<String> whole = new ArrayList<>(way);
                whole.addAll(values);
                add(partitions, path, whole);
              });
    }
    return partitions;
  }

  private void add(ArrayNode partitions, String path, List<String> values) {
    ObjectNode partition = partitions.addObject();
    values.forEach(partition.withArray("Values")::add);
    partition.set("TableName", table.get("Name"));
    ObjectNode storage = table.get("StorageDescriptor").deepCopy();
    storage.put("Location", "s3://" + bucket + "/" + path);
    partition.set("StorageDescriptor", storage);
  }
}
