package dev.sluice.stack;

import dev.sluice.config.Settings;
import dev.sluice.construct.DataBucket;
import dev.sluice.construct.DataStores;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** What outlives pipelines: buckets, tables, the topic of mails and the key of all of them. */
public final class DataStack extends Stack {
  private final Settings settings;
  private final Key key;
  private final DataStores stores;

  /** The stack {@code SluiceData}. */
  public DataStack(Construct scope, String id, StackProps props, Settings settings) {
    super(scope, id, props);
    this.settings = settings;
    RemovalPolicy removal = settings.removalPolicy();
    this.key = key();
    Bucket landing = DataBucket.versioned(this, "Landing", key, removal);
    DataBucket.announce(landing);
    this.stores =
        new DataStores(
            key,
            landing,
            DataBucket.versioned(this, "Failed", key, removal),
            DataBucket.derived(this, "Lake", key, removal),
            DataBucket.expiring(this, "Work", key, removal, settings.runRetentionDays()),
            audit(),
            table("Coordination", "coordination", "topic", "id", "expires_at"),
            table("Products", "products", "product_id", null, null),
            alerts());
  }

  /** What the pipelines work on. */
  public DataStores stores() {
    return stores;
  }

  private Key key() {
    Key made =
        Key.Builder.create(this, "Key")
            .description("Encrypts the data of " + settings.name())
            .enableKeyRotation(true)
            .removalPolicy(settings.removalPolicy())
            .build();
    // Alarms publish to the encrypted topic; Glue's security configuration encrypts its logs.
    made.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("AlarmsMail")
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
            .resources(List.of("*"))
            .build());
    made.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("LogsEncrypt")
            .principals(List.of(new ServicePrincipal("logs." + getRegion() + ".amazonaws.com")))
            .actions(
                List.of(
                    "kms:Encrypt*",
                    "kms:Decrypt*",
                    "kms:ReEncrypt*",
                    "kms:GenerateDataKey*",
                    "kms:Describe*"))
            .resources(List.of("*"))
            .build());
    return made;
  }

  private Table audit() {
    Table audit = table("Audit", "audit", "dataset", "object", null);
    audit.addGlobalSecondaryIndex(
        GlobalSecondaryIndexProps.builder()
            .indexName("by-state")
            .partitionKey(text("dataset_state"))
            .sortKey(text("received_at"))
            .build());
    return audit;
  }

  private Table table(String id, String name, String partition, String sort, String ttl) {
    Table.Builder table =
        Table.Builder.create(this, id)
            .tableName(settings.name() + "-" + name)
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
    if (ttl != null) {
      table.timeToLiveAttribute(ttl);
    }
    return table.build();
  }

  private Topic alerts() {
    Topic topic =
        Topic.Builder.create(this, "Alerts")
            .topicName(settings.name() + "-alerts")
            .displayName("Sluice")
            .masterKey(key)
            .enforceSsl(true)
            .build();
    // A policy of the topic's own (TLS only) takes the place of the one that lets alarms publish.
    topic.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("AlarmsPublish")
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(topic.getTopicArn()))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", getAccount())))
            .build());
    settings.alertEmails().forEach(mail -> topic.addSubscription(new EmailSubscription(mail)));
    return topic;
  }

  private static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
