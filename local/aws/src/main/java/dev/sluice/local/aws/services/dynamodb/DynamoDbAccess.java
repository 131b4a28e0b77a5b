package dev.sluice.local.aws.services.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.AccessRules;
import dev.sluice.local.aws.account.LocalAws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What DynamoDB's operations need: of a query on an index the index, of a transaction what each of
 * its parts does.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html">actions</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html">transactions</a>
 */
final class DynamoDbAccess implements AccessRules<ObjectNode> {
  private static final Map<String, String> PARTS =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem",
          "Get", "GetItem");

  @Override
  public List<Access> of(String operation, ObjectNode input) {
    return switch (operation) {
      case "BatchGetItem", "BatchWriteItem" -> {
        List<Access> needed = new ArrayList<>();
        input
            .path("RequestItems")
            .fieldNames()
            .forEachRemaining(table -> needed.add(on(operation, table)));
        yield needed;
      }
      case "TransactWriteItems", "TransactGetItems" -> parts(input.path("TransactItems"));
      // Of a statement's text nobody here reads the table.
      case "ExecuteStatement", "BatchExecuteStatement", "ExecuteTransaction" ->
          List.of(
              Access.to("dynamodb:PartiQLSelect", "*"), Access.to("dynamodb:PartiQLUpdate", "*"));
      default ->
          List.of(
              input.hasNonNull("TableName")
                  ? on(operation, tableOf(input))
                  : Access.to("dynamodb:" + operation, "*"));
    };
  }

  private static String tableOf(ObjectNode input) {
    String table = input.get("TableName").asText();
    return input.hasNonNull("IndexName")
        ? table + "/index/" + input.get("IndexName").asText()
        : table;
  }

  private static List<Access> parts(JsonNode items) {
    List<Access> needed = new ArrayList<>();
    for (JsonNode item : items) {
      for (Map.Entry<String, JsonNode> part : item.properties()) {
        String operation = PARTS.getOrDefault(part.getKey(), part.getKey());
        needed.add(on(operation, part.getValue().path("TableName").asText()));
      }
    }
    return needed;
  }

  private static Access on(String operation, String table) {
    String arn = table.startsWith("arn:") ? table : LocalAws.arn("dynamodb", "table/" + table);
    return Access.to("dynamodb:" + operation, arn);
  }
}
