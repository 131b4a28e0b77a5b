package dev.sluice.construct;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * A DynamoDB table whose items a pipeline reads.
 *
 * @param name as in steps: {@code products} makes {@code export_products}
 * @param tableName its physical name
 * @param tableArn its ARN
 * @param keyArn the key with which it is encrypted; empty: one that DynamoDB owns
 */
public record ItemTable(String name, String tableName, String tableArn, String keyArn) {

  /** The table of that ARN. */
  public static ItemTable of(String name, String tableArn, String keyArn) {
    return new ItemTable(name, tableArn.replaceAll("^.*/", ""), tableArn, keyArn);
  }

  /** Reads all items. */
  public List<PolicyStatement> scan() {
    List<PolicyStatement> statements = new ArrayList<>();
    statements.add(Grants.statement(List.of("dynamodb:Scan"), tableArn));
    if (!keyArn.isEmpty()) {
      statements.add(Grants.statement(List.of("kms:Decrypt"), keyArn));
    }
    return statements;
  }
}
