package dev.sluice.lambda.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.lambda.DynamoDb;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * What a real DynamoDB makes of the items: sets without duplicates, nothing empty where it may not.
 */
class CatalogWriterTest {
  @Test
  void shouldWriteItemsThatDynamoDbTakes() {
    String table = "catalog-" + UUID.randomUUID();
    AttributeDefinition id =
        AttributeDefinition.builder()
            .attributeName(CatalogItem.KEY)
            .attributeType(ScalarAttributeType.S)
            .build();
    KeySchemaElement key =
        KeySchemaElement.builder().attributeName(CatalogItem.KEY).keyType(KeyType.HASH).build();
    DynamoDb.client()
        .createTable(
            c ->
                c.tableName(table)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(List.of(id))
                    .keySchema(List.of(key)));
    ShopPlan plan = new ShopPlan(1, new BigDecimal("0.1"));
    CatalogWriter writer = new CatalogWriter(DynamoDb.client(), table, millis -> {});

    writer.write(plan, 0);
    int written = writer.write(new ShopPlan(1, new BigDecimal("0.05")), plan.products());

    assertThat(written).isEqualTo(250);
    assertThat(DynamoDb.client().scan(s -> s.tableName(table)).items()).hasSize(250);
    Map<String, AttributeValue> item =
        DynamoDb.client().getItem(g -> g.tableName(table).key(CatalogItem.key(7))).item();
    assertThat(item.keySet()).isEqualTo(CatalogItem.of(plan, 7).keySet());
    assertThat(item.get("attributes").m().get("popularity"))
        .isEqualTo(CatalogItem.of(plan, 7).get("attributes").m().get("popularity"));
  }
}
