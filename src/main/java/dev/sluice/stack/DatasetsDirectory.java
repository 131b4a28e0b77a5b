package dev.sluice.stack;

import dev.sluice.construct.DataStores;
import dev.sluice.construct.Platform;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.deployment.DirectoryField;
import dev.sluice.pipeline.asl.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/** Where consoles learn where data lies and which datasets there are. */
final class DatasetsDirectory extends Construct {
  DatasetsDirectory(Construct scope, Platform platform, List<DatasetContract> datasets) {
    super(scope, "Directory");
    Map<String, Object> entry = places(platform);
    entry.put(DirectoryField.DATASETS, contracts(datasets));
    StringParameter.Builder.create(this, "Parameter")
        .parameterName(platform.settings().deployment().datasetsParameter())
        .description("What consoles know of where data arrives")
        .stringValue(Stack.of(this).toJsonString(entry))
        .build();
  }

  /** Names of buckets and tables, and the topic of the platform. */
  static Map<String, Object> places(Platform platform) {
    DataStores stores = platform.stores();
    Map<String, Object> places = new LinkedHashMap<>();
    places.put(DirectoryField.LANDING_BUCKET, stores.landing().getBucketName());
    places.put(DirectoryField.FAILED_BUCKET, stores.failed().getBucketName());
    places.put(DirectoryField.LAKE_BUCKET, stores.lake().getBucketName());
    places.put(DirectoryField.WORK_BUCKET, stores.work().getBucketName());
    places.put(DirectoryField.AUDIT_TABLE, stores.audit().getTableName());
    places.put(DirectoryField.COORDINATION_TABLE, stores.coordination().getTableName());
    places.put(DirectoryField.ALERTS_TOPIC_ARN, platform.alerts().getTopicArn());
    return places;
  }

  /** What consoles need of contracts. */
  static Map<String, Object> contracts(List<DatasetContract> datasets) {
    Map<String, Object> contracts = new LinkedHashMap<>();
    datasets.forEach(
        dataset ->
            contracts.put(
                dataset.name(),
                Json.object(
                    DirectoryField.PREFIX,
                    dataset.landingPrefix(),
                    DirectoryField.CADENCE,
                    dataset.cadence().text())));
    return contracts;
  }
}
