package dev.sluice.local.asl.map.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** Makes a JSON object of each row. */
final class JsonRecords extends RecordMaterializer<ObjectNode> {
  private final JsonGroup root;
  private JsonNode row;

  JsonRecords(MessageType schema) {
    root = JsonGroup.structure(schema, read -> row = read);
  }

  @Override
  public ObjectNode getCurrentRecord() {
    return (ObjectNode) row;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }
}
