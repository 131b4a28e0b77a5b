package dev.sluice.local.aws.services.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.aws.Pages;
import dev.sluice.local.aws.Resources;
import dev.sluice.local.aws.Sdk;
import dev.sluice.local.aws.access.OpenGate;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbServiceTest {
  private static final String TABLE =
      "{'TableName': 'audit', 'BillingMode': 'PAY_PER_REQUEST',"
          + " 'KeySchema': [{'AttributeName': 'KEY', 'KeyType': 'HASH'}],"
          + " 'AttributeDefinitions': [{'AttributeName': 'KEY', 'AttributeType': 'S'}]}";
  private static final String INDEXED =
      TABLE
          .replace(
              "'AttributeType': 'S'}]",
              "'AttributeType': 'S'}, {'AttributeName': 'state', 'AttributeType': 'S'}],"
                  + " 'GlobalSecondaryIndexes': [{'IndexName': 'by-state',"
                  + " 'KeySchema': [{'AttributeName': 'state', 'KeyType': 'HASH'}],"
                  + " 'Projection': {'ProjectionType': 'ALL'},"
                  + " 'ProvisionedThroughput': {'ReadCapacityUnits': 1, 'WriteCapacityUnits': 1}}]")
          .replace("KEY", "dataset");

  @TempDir Path directory;

  @Test
  void shouldShutOutWebPagesAndLetProgramsPass() throws Exception {
    try (DynamoDbService service = new DynamoDbService(directory, new OpenGate())) {
      service.start();

      Pages.assertShutOut(service.url());
      Pages.assertProgramsPass(service.url());
    }
  }

  @Test
  void shouldKeepItemsOverARestartAndAddIndexes() throws Exception {
    try (DynamoDbService before = new DynamoDbService(directory, new OpenGate())) {
      before.start();
      Resources.deploy(before, "AWS::DynamoDB::Table", TABLE.replace("KEY", "dataset"));
      try (DynamoDbClient tables = Sdk.client(DynamoDbClient.builder(), before.url())) {
        tables.putItem(
            b ->
                b.tableName("audit")
                    .item(
                        Map.of(
                            "dataset", AttributeValue.fromS("sales"),
                            "state", AttributeValue.fromS("NEW"))));
      }
    }
    try (DynamoDbService after = new DynamoDbService(directory, new OpenGate())) {
      after.start();
      Resources.deploy(after, "AWS::DynamoDB::Table", INDEXED);
      Resources.deploy(after, "AWS::DynamoDB::Table", INDEXED);
      try (DynamoDbClient tables = Sdk.client(DynamoDbClient.builder(), after.url())) {
        assertThat(tables.scan(b -> b.tableName("audit").indexName("by-state")).count())
            .isEqualTo(1);
      }
      assertThatThrownBy(
              () -> Resources.deploy(after, "AWS::DynamoDB::Table", TABLE.replace("KEY", "other")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a table's keys cannot change, start with a fresh state");
    }
  }
}
