package dev.sluice.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * What a real DynamoDB makes of the items: sets without duplicates, nothing empty where it may not.
 */
class CatalogWriterTest {
  private static final String TABLE = "catalog";

  /** In memory, without telemetry. */
  private static final AmazonDynamoDBLocal LOCAL = DynamoDBEmbedded.create(null, true);

  private final DynamoDbClient dynamo = LOCAL.dynamoDbClient();

  @AfterAll
  static void stop() {
    LOCAL.shutdown();
  }

  @Test
  void shouldWriteItemsThatDynamoDbTakes() {
    AttributeDefinition id =
        AttributeDefinition.builder()
            .attributeName(CatalogItem.KEY)
            .attributeType(ScalarAttributeType.S)
            .build();
    KeySchemaElement key =
        KeySchemaElement.builder().attributeName(CatalogItem.KEY).keyType(KeyType.HASH).build();
    dynamo.createTable(
        c ->
            c.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(List.of(id))
                .keySchema(List.of(key)));
    ShopPlan plan = new ShopPlan(1, new BigDecimal("0.1"));
    CatalogWriter writer = new CatalogWriter(dynamo, TABLE, millis -> {});

    writer.write(plan, 0);
    int written = writer.write(new ShopPlan(1, new BigDecimal("0.05")), plan.products());

    assertThat(written).isEqualTo(250);
    assertThat(dynamo.scan(s -> s.tableName(TABLE)).items()).hasSize(250);
    Map<String, AttributeValue> item =
        dynamo.getItem(g -> g.tableName(TABLE).key(CatalogItem.key(7))).item();
    assertThat(item.keySet()).isEqualTo(CatalogItem.of(plan, 7).keySet());
    assertThat(item.get("attributes").m().get("popularity"))
        .isEqualTo(CatalogItem.of(plan, 7).get("attributes").m().get("popularity"));
  }
}
