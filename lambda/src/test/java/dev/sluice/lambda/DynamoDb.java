package dev.sluice.lambda;

import dev.sluice.core.audit.AuditSchema;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** One DynamoDB Local for all tests of this JVM, in memory. */
public final class DynamoDb {

  private static DynamoDbClient client;
  private static String endpoint;

  private DynamoDb() {}

  public static synchronized DynamoDbClient client() {
    if (client == null) {
      client = start();
    }
    return client;
  }

  /** Where it listens. */
  public static String endpoint() {
    client();
    return endpoint;
  }

  /** A table of its own, with string keys of these names. */
  public static String table(String partitionKey, String sortKey) {
    String name = "test-" + UUID.randomUUID();
    client()
        .createTable(
            c ->
                c.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(attribute(partitionKey), attribute(sortKey))
                    .keySchema(key(partitionKey, KeyType.HASH), key(sortKey, KeyType.RANGE)));
    return name;
  }

  /** An audit table, with its index by state. */
  public static String auditTable() {
    String name = "test-" + UUID.randomUUID();
    client()
        .createTable(
            c ->
                c.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                        attribute(AuditSchema.DATASET),
                        attribute(AuditSchema.OBJECT),
                        attribute(AuditSchema.DATASET_STATE),
                        attribute(AuditSchema.RECEIVED_AT))
                    .keySchema(
                        key(AuditSchema.DATASET, KeyType.HASH),
                        key(AuditSchema.OBJECT, KeyType.RANGE))
                    .globalSecondaryIndexes(
                        GlobalSecondaryIndex.builder()
                            .indexName(AuditSchema.BY_STATE)
                            .keySchema(
                                key(AuditSchema.DATASET_STATE, KeyType.HASH),
                                key(AuditSchema.RECEIVED_AT, KeyType.RANGE))
                            .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))
                            .build()));
    return name;
  }

  private static DynamoDbClient start() {
    try {
      int port = freePort();
      List<String> arguments =
          List.of("-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port));
      ServerRunner.createServerFromCommandLineArgs(arguments.toArray(String[]::new)).start();
      endpoint = "http://127.0.0.1:" + port;
      return DynamoDbClient.builder()
          .endpointOverride(URI.create(endpoint))
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .build();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start: " + e.getMessage(), e);
    }
  }

  private static int freePort() throws java.io.IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
