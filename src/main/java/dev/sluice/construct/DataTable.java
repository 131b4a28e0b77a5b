package dev.sluice.construct;

import dev.sluice.config.Settings;
import java.util.Locale;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** A table, encrypted with the deployment's key, that can be restored to any second of 35 days. */
public final class DataTable {
  private DataTable() {}

  /**
   * The table {@code <deployment>-<id>}.
   *
   * @param sort the sort key; null: none
   * @param expiry the attribute with the second in which an item may be deleted; null: none
   */
  public static Table create(
      Construct scope,
      String id,
      Settings settings,
      IKey key,
      String partition,
      String sort,
      String expiry) {
    Table.Builder table =
        Table.Builder.create(scope, id)
            .tableName(settings.deployment().named(id.toLowerCase(Locale.ROOT)))
            .partitionKey(text(partition))
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .encryption(TableEncryption.CUSTOMER_MANAGED)
            .encryptionKey(key)
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            .removalPolicy(settings.removalPolicy());
    if (sort != null) {
      table.sortKey(text(sort));
    }
    if (expiry != null) {
      table.timeToLiveAttribute(expiry);
    }
    return table.build();
  }

  /** A key attribute that holds text. */
  public static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
