package dev.sluice.lambda.items;

import dev.sluice.core.function.Counted;
import dev.sluice.core.function.Payload;
import dev.sluice.lambda.json.Json;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Exports a part of one segment of a table: as much as time and memory allow, into one object.
 *
 * <p>The output is complete and without duplicates whatever is repeated. An invocation that is
 * retried starts at the same key and overwrites the same object; where it comes to another end, the
 * next one starts there, since only an answer that arrived says where to go on.
 */
public final class SegmentExport {
  private static final int LARGEST_PART = 16 << 20;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Parts parts;
  private final int largestPart;

  public SegmentExport(DynamoDbClient dynamo, String table, Parts parts) {
    this(dynamo, table, parts, LARGEST_PART);
  }

  /** With another size in bytes, beyond which a part is not continued. */
  SegmentExport(DynamoDbClient dynamo, String table, Parts parts, int largestPart) {
    this.dynamo = dynamo;
    this.table = table;
    this.parts = parts;
    this.largestPart = largestPart;
  }

  /**
   * Where an export is.
   *
   * @param startKey null at the start and when done
   * @param page of the part that comes next
   * @param items so far
   */
  public record Position(
      int segment, int segments, JsonNode startKey, int page, long items, boolean done) {

    /** As the state machine carries it. */
    public Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put(Payload.SEGMENT, segment);
      json.put(Payload.SEGMENTS, segments);
      json.put(Payload.DONE, done);
      json.put(Counted.ITEMS, items);
      json.put(Payload.PAGE, page);
      json.put(Payload.START_KEY, startKey);
      return json;
    }
  }

  /**
   * Writes the part of this position; returns the next.
   *
   * @param hurry asked between two reads: true where the part has to be written now
   */
  public Position export(Position from, BooleanSupplier hurry) {
    if (from.page() == 0) {
      parts.removeLeftovers(from.segment(), from.segments());
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    Map<String, AttributeValue> key = StartKey.of(from.startKey());
    long items = from.items();
    do {
      ScanResponse page = scan(from, key);
      for (Map<String, AttributeValue> item : page.items()) {
        lines.writeBytes(Json.bytes(PlainItem.of(item)));
        lines.write('\n');
      }
      items += page.items().size();
      key = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
    } while (!key.isEmpty() && lines.size() < largestPart && !hurry.getAsBoolean());
    parts.write(from.segment(), from.page(), lines.toByteArray());
    JsonNode next = key.isEmpty() ? null : Json.parse(Json.text(StartKey.toJson(key)));
    return new Position(
        from.segment(), from.segments(), next, from.page() + 1, items, key.isEmpty());
  }

  private ScanResponse scan(Position from, Map<String, AttributeValue> key) {
    return dynamo.scan(
        s ->
            s.tableName(table)
                .segment(from.segment())
                .totalSegments(from.segments())
                .exclusiveStartKey(key.isEmpty() ? null : key)
                // A product that was written before the run started is in its output.
                .consistentRead(true));
  }
}
