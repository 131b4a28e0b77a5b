package dev.sluice.lambda.audit;

import dev.sluice.core.audit.AuditSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Builds one conditional UpdateItem. Every name is an alias ({@code #state}), since half of the
 * table's attributes are reserved words of DynamoDB. Not thread-safe.
 */
final class Write {

  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, AttributeValue> values = new LinkedHashMap<>();

  Write set(String name, Object value) {
    sets.add(alias(name) + " = " + value(name, value));
    return this;
  }

  Write remove(String... attributes) {
    for (String name : attributes) {
      removes.add(alias(name));
    }
    return this;
  }

  /** Appends to the history, which is created where it is not there. */
  Write history(Map<String, Object> entry) {
    String none = value("none", List.of());
    String added = value("entry", List.of(entry));
    String history = alias(AuditSchema.HISTORY);
    sets.add("%1$s = list_append(if_not_exists(%1$s, %2$s), %3$s)".formatted(history, none, added));
    return this;
  }

  /** Declares an attribute and gives its alias, for use in the condition. */
  String alias(String name) {
    names.put("#" + name, name);
    return "#" + name;
  }

  /** Declares a value and gives its alias, for use in the condition. */
  String value(String name, Object value) {
    values.put(":" + name, Items.value(value));
    return ":" + name;
  }

  UpdateItemRequest request(String table, Map<String, AttributeValue> key, String condition) {
    String update = "SET " + String.join(", ", sets);
    if (!removes.isEmpty()) {
      update += " REMOVE " + String.join(", ", removes);
    }
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(key)
        .updateExpression(update)
        .conditionExpression(condition)
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .returnValues(ReturnValue.ALL_NEW)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }
}
