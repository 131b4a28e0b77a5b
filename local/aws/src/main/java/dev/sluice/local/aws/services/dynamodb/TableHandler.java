package dev.sluice.local.aws.services.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * AWS::DynamoDB::Table: keys and indexes. Encryption, tags, point-in-time recovery and deletion
 * protection mean nothing locally; expiry is left to the reader, as items may outlive their time on
 * AWS too.
 */
final class TableHandler implements ResourceHandler {
  private static final int MAX_NAME = 255;
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long POLL_NANOS = 20_000_000L;
  private static final List<String> KEPT =
      List.of(
          "AttributeDefinitions",
          "KeySchema",
          "GlobalSecondaryIndexes",
          "LocalSecondaryIndexes",
          "StreamSpecification");

  private final DynamoDbClient client;

  TableHandler(DynamoDbClient client) {
    this.client = client;
  }

  @Override
  public String type() {
    return "AWS::DynamoDB::Table";
  }

  @Override
  public Deployed deploy(Resource resource) throws Exception {
    String name = resource.physicalName("TableName", MAX_NAME);
    JsonNode found = describe(name);
    if (found == null) {
      create(name, resource.properties());
    } else {
      requireSameKeys(name, resource.properties(), found);
      addIndexes(name, resource.properties(), found);
    }
    return Deployed.ref(name).with("Arn", LocalAws.arn("dynamodb", "table/" + name));
  }

  private JsonNode describe(String name) throws IOException {
    try {
      return client.call("DescribeTable", Json.object().put("TableName", name)).path("Table");
    } catch (ServiceError e) {
      if (e.code().equals("ResourceNotFoundException")) {
        return null;
      }
      throw e;
    }
  }

  private void create(String name, JsonNode properties) throws IOException {
    ObjectNode request = Json.object().put("TableName", name);
    request.put("BillingMode", "PAY_PER_REQUEST");
    for (String property : KEPT) {
      if (properties.has(property)) {
        request.set(property, properties.get(property).deepCopy());
      }
    }
    request.path("GlobalSecondaryIndexes").forEach(TableHandler::onDemand);
    client.call("CreateTable", request);
  }

  private static void onDemand(JsonNode index) {
    ((ObjectNode) index).remove("ProvisionedThroughput");
  }

  private static void requireSameKeys(String name, JsonNode wanted, JsonNode found) {
    if (!wanted.path("KeySchema").equals(found.path("KeySchema"))) {
      throw new IllegalArgumentException(
          "table "
              + name
              + " exists with keys "
              + found.path("KeySchema")
              + " and the template wants "
              + wanted.path("KeySchema")
              + "; a table's keys cannot change, start with a fresh state (--fresh)");
    }
  }

  private void addIndexes(String name, JsonNode wanted, JsonNode found) throws IOException {
    for (JsonNode index : wanted.path("GlobalSecondaryIndexes")) {
      if (has(found.path("GlobalSecondaryIndexes"), index.path("IndexName"))) {
        continue;
      }
      ObjectNode create = index.deepCopy();
      onDemand(create);
      ObjectNode update = Json.object().put("TableName", name);
      update.set("AttributeDefinitions", wanted.path("AttributeDefinitions"));
      update.putArray("GlobalSecondaryIndexUpdates").addObject().set("Create", create);
      client.call("UpdateTable", update);
      awaitIndexes(name);
    }
  }

  /** An index shows items only once it is filled. */
  private void awaitIndexes(String name) throws IOException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!active(name)) {
      if (System.nanoTime() > until) {
        throw new IOException("the indexes of table " + name + " are not filled after a minute");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private boolean active(String name) throws IOException {
    JsonNode table;
    try {
      table = describe(name);
    } catch (ServiceError e) {
      // DynamoDB Local cannot describe a table while it adds the index's column.
      if (e.status() >= 500) {
        return false;
      }
      throw e;
    }
    for (JsonNode index : table.path("GlobalSecondaryIndexes")) {
      if (!index.path("IndexStatus").asText().equals("ACTIVE")) {
        return false;
      }
    }
    return table.path("TableStatus").asText().equals("ACTIVE");
  }

  private static boolean has(JsonNode indexes, JsonNode name) {
    for (JsonNode index : indexes) {
      if (index.path("IndexName").equals(name)) {
        return true;
      }
    }
    return false;
  }
}
