package dev.sluice.local.aws.services.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.aws.access.Described;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamoDbAccessTest {
  private static List<String> needed(String operation, String input) {
    return Described.of(new DynamoDbAccess(), operation, input);
  }

  @ParameterizedTest
  @CsvSource({
    "GetItem, table/audit",
    "PutItem, table/audit",
    "UpdateItem, table/audit",
    "DeleteItem, table/audit",
    "Scan, table/audit",
    "DescribeTable, table/audit",
  })
  void shouldSpeakOfTheTable(String operation, String resource) {
    String access = "dynamodb:" + operation + " dynamodb:::" + resource;
    assertThat(needed(operation, "{'TableName': 'audit', 'Key': {}}")).containsExactly(access);
    assertThat(
            needed(
                operation, "{'TableName': 'arn:aws:dynamodb:us-east-1:000000000000:table/audit'}"))
        .containsExactly(access);
  }

  @ParameterizedTest
  @CsvSource({"Query", "Scan"})
  void shouldSpeakOfTheIndexInsteadOfItsTable(String operation) {
    assertThat(needed(operation, "{'TableName': 'audit', 'IndexName': 'by-state'}"))
        .containsExactly("dynamodb:" + operation + " dynamodb:::table/audit/index/by-state");
  }

  @Test
  void shouldSpeakOfEveryTableOfABatch() {
    assertThat(needed("BatchWriteItem", "{'RequestItems': {'a': [], 'b': []}}"))
        .containsExactly(
            "dynamodb:BatchWriteItem dynamodb:::table/a",
            "dynamodb:BatchWriteItem dynamodb:::table/b");
    assertThat(needed("BatchGetItem", "{'RequestItems': {'a': {'Keys': []}}}"))
        .containsExactly("dynamodb:BatchGetItem dynamodb:::table/a");
  }

  /**
   * <a
   * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html">AWS</a>
   */
  @Test
  void shouldNeedForATransactionWhatEachOfItsPartsDoes() {
    String items =
        "{'TransactItems': [{'Put': {'TableName': 'a'}}, {'Update': {'TableName': 'b'}},"
            + " {'Delete': {'TableName': 'a'}}, {'ConditionCheck': {'TableName': 'c'}}]}";
    assertThat(needed("TransactWriteItems", items))
        .containsExactly(
            "dynamodb:PutItem dynamodb:::table/a",
            "dynamodb:UpdateItem dynamodb:::table/b",
            "dynamodb:DeleteItem dynamodb:::table/a",
            "dynamodb:ConditionCheckItem dynamodb:::table/c");
    assertThat(needed("TransactGetItems", "{'TransactItems': [{'Get': {'TableName': 'a'}}]}"))
        .containsExactly("dynamodb:GetItem dynamodb:::table/a");
  }

  @Test
  void shouldAllowStatementsOfSqlOnlyToThoseWhoMayAskEveryTable() {
    assertThat(needed("ExecuteStatement", "{'Statement': 'SELECT * FROM audit'}"))
        .containsExactly("dynamodb:PartiQLSelect *", "dynamodb:PartiQLUpdate *");
  }

  @Test
  void shouldListTablesOfTheAccount() {
    assertThat(needed("ListTables", "{}")).containsExactly("dynamodb:ListTables *");
  }
}
