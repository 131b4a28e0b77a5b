package dev.sluice.local.aws.services.dynamodb;

import static dev.sluice.local.aws.access.PermissionsFixture.allow;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.Calls;
import dev.sluice.local.aws.Resources;
import dev.sluice.local.aws.Sdk;
import dev.sluice.local.aws.access.PermissionsFixture;
import dev.sluice.local.aws.access.Refusals;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What DynamoDB refuses to roles, in front of the real tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbRefusalsTest {
  private static final String AUDIT = "arn:aws:dynamodb:us-east-1:000000000000:table/audit";
  private static final Map<String, AttributeValue> SALES =
      Map.of("dataset", AttributeValue.fromS("sales"));
  private static final Map<String, AttributeValue> OTHER =
      Map.of("dataset", AttributeValue.fromS("other"));

  private PermissionsFixture fixture;
  private DynamoDbService service;
  private DynamoDbClient person;

  @BeforeAll
  void start(@TempDir Path state) throws Exception {
    fixture = new PermissionsFixture(state);
    fixture.role("reader", allow("dynamodb:GetItem", AUDIT));
    fixture.role("writer", allow("dynamodb:PutItem", AUDIT));
    service = new DynamoDbService(state.resolve("dynamodb"), fixture.permissions);
    service.start();
    Resources.deploy(
        service,
        "AWS::DynamoDB::Table",
        "{'TableName': 'audit', 'BillingMode': 'PAY_PER_REQUEST',"
            + " 'KeySchema': [{'AttributeName': 'dataset', 'KeyType': 'HASH'}],"
            + " 'AttributeDefinitions': [{'AttributeName': 'dataset', 'AttributeType': 'S'}]}");
    person = Sdk.client(DynamoDbClient.builder(), service.url());
    person.putItem(b -> b.tableName("audit").item(SALES));
  }

  @AfterAll
  void stop() {
    person.close();
    service.close();
    fixture.close();
  }

  private DynamoDbClient as(String role) {
    return Sdk.client(DynamoDbClient.builder(), service.url(), fixture.credentials(role));
  }

  private static void assertDenied(ThrowingCallable call, String role, String action) {
    Refusals.assertDenied(call, 400, "AccessDeniedException", role, action, AUDIT);
  }

  @Test
  void shouldLetARoleReadWhatItMayAndNothingElse() {
    try (DynamoDbClient reader = as("reader")) {
      assertThat(reader.getItem(b -> b.tableName("audit").key(SALES)).item()).isEqualTo(SALES);
      assertDenied(
          () -> reader.putItem(b -> b.tableName("audit").item(OTHER)),
          "reader",
          "dynamodb:PutItem");
      assertDenied(() -> reader.scan(b -> b.tableName("audit")), "reader", "dynamodb:Scan");
    }
    assertThat(person.getItem(b -> b.tableName("audit").key(OTHER)).hasItem()).isFalse();
  }

  @Test
  void shouldDoNothingOfATransactionOfWhichARoleMayNotDoAll() {
    List<TransactWriteItem> both =
        List.of(
            TransactWriteItem.builder().put(p -> p.tableName("audit").item(OTHER)).build(),
            TransactWriteItem.builder().delete(d -> d.tableName("audit").key(SALES)).build());
    try (DynamoDbClient writer = as("writer")) {
      assertDenied(
          () -> writer.transactWriteItems(b -> b.transactItems(both)),
          "writer",
          "dynamodb:DeleteItem");
    }
    assertThat(person.getItem(b -> b.tableName("audit").key(OTHER)).hasItem()).isFalse();
    assertThat(person.getItem(b -> b.tableName("audit").key(SALES)).hasItem()).isTrue();
  }

  @Test
  void shouldRefuseWhatNobodySigned() throws Exception {
    JsonNode refused =
        Calls.unsigned(service.url(), "DynamoDB_20120810.Scan", "{'TableName': 'audit'}");
    assertThat(refused.path("__type").asText()).endsWith("#MissingAuthenticationTokenException");
    assertThat(refused.path("Message").asText()).contains("./sluice env");
  }

  @Test
  void shouldRefuseAKeyThatIsNotKnown() {
    try (DynamoDbClient stranger =
        Sdk.client(
            DynamoDbClient.builder(),
            service.url(),
            AwsBasicCredentials.create("AKIASTRANGER", "s"))) {
      Refusals.assertRefused(stranger::listTables, 400, "UnrecognizedClientException");
    }
  }
}
