package dev.sluice.stack;

import dev.sluice.config.Assets;
import dev.sluice.config.Settings;
import dev.sluice.construct.AlertTopic;
import dev.sluice.construct.DataBucket;
import dev.sluice.construct.DataStores;
import dev.sluice.construct.DataTable;
import dev.sluice.construct.Platform;
import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.deployment.Deployment;
import dev.sluice.core.function.CoordinationSchema;
import dev.sluice.pipeline.asl.Json;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/**
 * Where data arrives: the buckets, the register of every file with what tells it of files, the
 * mails about invalid ones, and the key of all of them. Outlives pipelines, and serves them all.
 */
public final class DatasetsStack extends Stack {
  private final Settings settings;
  private final Assets assets;
  private final Key key;
  private final DataStores stores;

  /** The stack {@code <deployment>-datasets}. */
  public DatasetsStack(Construct scope, StackProps props, Settings settings, Assets assets) {
    super(scope, settings.deployment().named(Deployment.DATASETS_PART), props);
    this.settings = settings;
    this.assets = assets;
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
            coordination(),
            AlertTopic.create(this, Deployment.DATASETS_PART, settings, key));
    tellQuotas();
  }

  /** The account knows its quotas; the laptop, which has only the templates, is told others. */
  private void tellQuotas() {
    Settings.Quotas quotas = settings.quotas();
    if (!quotas.equals(Settings.Quotas.DEFAULT)) {
      addMetadata(
          "Sluice::Quotas",
          Json.object(
              "lambdaConcurrency", quotas.lambdaConcurrency(),
              "glueConcurrency", quotas.glueConcurrency(),
              "rates", quotas.rates() ? "aws" : "laptop"));
    }
  }

  /** What pipelines work on. */
  public DataStores stores() {
    return stores;
  }

  /**
   * Registers files of these datasets as they land, and tells the pipelines that wait for one.
   *
   * @param waiting names of those pipelines
   */
  public void register(List<DatasetContract> datasets, List<String> waiting) {
    Platform platform =
        new Platform(
            this, Deployment.DATASETS_PART, settings, assets, stores, stores.invalidFiles());
    new FileEvents(this, platform, waiting);
    new DatasetsDirectory(this, platform, datasets);
  }

  private Key key() {
    Key made =
        Key.Builder.create(this, "Key")
            .description("Encrypts the data of " + settings.deployment().name())
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

  private Table coordination() {
    return DataTable.create(
        this,
        "Coordination",
        settings,
        key,
        CoordinationSchema.TOPIC,
        CoordinationSchema.ID,
        CoordinationSchema.EXPIRES_AT);
  }

  private Table audit() {
    Table audit =
        DataTable.create(
            this, "Audit", settings, key, AuditSchema.DATASET, AuditSchema.OBJECT, null);
    audit.addGlobalSecondaryIndex(
        GlobalSecondaryIndexProps.builder()
            .indexName(AuditSchema.BY_STATE)
            .partitionKey(DataTable.text(AuditSchema.DATASET_STATE))
            .sortKey(DataTable.text(AuditSchema.RECEIVED_AT))
            .build());
    return audit;
  }
}
