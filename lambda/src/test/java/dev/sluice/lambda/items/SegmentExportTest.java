package dev.sluice.lambda.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.lambda.DynamoDb;
import dev.sluice.lambda.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Against a real DynamoDB, whose pages end at a megabyte: some segments have several. */
class SegmentExportTest {
  private static final int ITEMS = 300;
  private static final String TABLE = "products-" + UUID.randomUUID();
  private static final BooleanSupplier HURRY = () -> true;
  private static final BooleanSupplier LEISURE = () -> false;

  private final FakeBucket bucket = new FakeBucket();
  private final SegmentExport export =
      new SegmentExport(DynamoDb.client(), TABLE, new Parts(bucket, "lake", "raw/products/"));

  @BeforeAll
  static void fill() {
    AttributeDefinition id =
        AttributeDefinition.builder()
            .attributeName("product_id")
            .attributeType(ScalarAttributeType.S)
            .build();
    KeySchemaElement key =
        KeySchemaElement.builder().attributeName("product_id").keyType(KeyType.HASH).build();
    DynamoDb.client()
        .createTable(
            c ->
                c.tableName(TABLE)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(List.of(id))
                    .keySchema(List.of(key)));
    List<WriteRequest> batch = new ArrayList<>();
    for (int i = 1; i <= ITEMS; i++) {
      Map<String, AttributeValue> item =
          Map.of(
              "product_id", AttributeValue.fromS(String.valueOf(i)),
              "text", AttributeValue.fromS("x".repeat(15_000)));
      batch.add(WriteRequest.builder().putRequest(p -> p.item(item)).build());
      if (batch.size() == 25) {
        List<WriteRequest> full = List.copyOf(batch);
        DynamoDb.client().batchWriteItem(b -> b.requestItems(Map.of(TABLE, full)));
        batch.clear();
      }
    }
  }

  @Test
  void shouldExportEveryItemOnceOverSeveralSegmentsAndInvocations() {
    long items = 0;
    for (int segment = 0; segment < 3; segment++) {
      items += run(segment, 3, HURRY).items();
    }

    assertThat(items).isEqualTo(ITEMS);
    assertThat(ids()).hasSize(ITEMS).doesNotHaveDuplicates();
    assertThat(bucket.objects.keySet()).contains("raw/products/segment-00-page-0001.jsonl");
  }

  @Test
  void shouldTakeOneInvocationWhereThereIsTime() {
    SegmentExport.Position end = export.export(start(0, 1), LEISURE);

    assertThat(end.done()).isTrue();
    assertThat(end.startKey()).isNull();
    assertThat(ids()).hasSize(ITEMS);
  }

  @Test
  void shouldOverwriteWhereAnInvocationIsRepeatedAndEndsElsewhere() {
    SegmentExport.Position lost = export.export(start(0, 1), LEISURE);
    assertThat(lost.done()).isTrue();

    // Its answer never arrived; the second try is slower and gets less far.
    run(0, 1, HURRY);

    assertThat(ids()).hasSize(ITEMS).doesNotHaveDuplicates();
  }

  @Test
  void shouldLeaveNothingOfEarlierRunsWhereSegmentsBecomeFewer() {
    for (int segment = 0; segment < 5; segment++) {
      run(segment, 5, HURRY);
    }
    for (int segment = 0; segment < 2; segment++) {
      run(segment, 2, LEISURE);
    }

    assertThat(ids()).hasSize(ITEMS).doesNotHaveDuplicates();
    assertThat(bucket.objects.keySet())
        .containsExactly(
            "raw/products/segment-00-page-0000.jsonl", "raw/products/segment-01-page-0000.jsonl");
  }

  @Test
  void shouldLeaveObjectsAloneThatAreNotOurs() {
    bucket.objects.put("raw/products/segment-notes.txt", new byte[0]);

    run(0, 1, LEISURE);

    assertThat(bucket.objects.keySet()).contains("raw/products/segment-notes.txt");
  }

  @Test
  void shouldEndAPartThatGrowsTooLarge() {
    SegmentExport small =
        new SegmentExport(
            DynamoDb.client(), TABLE, new Parts(bucket, "lake", "raw/products/"), 1_000);

    assertThat(small.export(start(0, 1), LEISURE).done()).isFalse();
  }

  @Test
  void shouldFailWhereTheLakeDoesNotTakeIt() {
    bucket.readOnly = true;

    assertThatThrownBy(() -> run(0, 1, LEISURE)).hasMessageContaining("Access Denied");
  }

  private SegmentExport.Position run(int segment, int segments, BooleanSupplier hurry) {
    SegmentExport.Position at = start(segment, segments);
    do {
      SegmentExport.Position next = export.export(at, hurry);
      // Through JSON, as the state machine carries it.
      JsonNode key = Json.parse(Json.text(next.toJson())).asObject().get("startKey");
      at =
          new SegmentExport.Position(
              segment, segments, key, next.page(), next.items(), next.done());
    } while (!at.done());
    return at;
  }

  private static SegmentExport.Position start(int segment, int segments) {
    return new SegmentExport.Position(segment, segments, null, 0, 0, false);
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (byte[] part : bucket.objects.values()) {
      new String(part, StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> ids.add(Json.parse(line).asObject().get("product_id").asString()));
    }
    return ids;
  }
}
