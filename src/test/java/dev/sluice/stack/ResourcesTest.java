package dev.sluice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.core.function.CoordinationSchema;
import dev.sluice.fixture.JsonTree;
import dev.sluice.fixture.Policies;
import dev.sluice.fixture.Synthesis;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Properties of single resources that matter; the whole templates are nobody's to read. */
class ResourcesTest {
  private final JsonTree datasets = Synthesis.template(Synthesis.whole(), "datasets");
  private final JsonTree orders = Synthesis.template(Synthesis.whole(), "orders");

  @Test
  void shouldCloseAndEncryptEveryBucket() {
    List<Map.Entry<String, JsonNode>> buckets = datasets.resources("AWS::S3::Bucket");

    assertThat(buckets).hasSize(4);
    buckets.forEach(
        bucket -> {
          JsonNode properties = bucket.getValue().path("Properties");
          assertThat(properties.path("PublicAccessBlockConfiguration").toString())
              .as(bucket.getKey())
              .doesNotContain("false")
              .contains("BlockPublicAcls");
          assertThat(properties.path("BucketEncryption").toString())
              .contains("aws:kms", "\"BucketKeyEnabled\":true");
          assertThat(properties.path("LifecycleConfiguration").toString())
              .contains("AbortIncompleteMultipartUpload");
          assertThat(bucket.getValue().path("DeletionPolicy").asText()).isEqualTo("Retain");
        });
    assertThat(datasets.resources("AWS::S3::BucketPolicy"))
        .hasSameSizeAs(buckets)
        .allSatisfy(
            policy ->
                assertThat(policy.getValue().toString())
                    .contains("aws:SecureTransport", "s3:TlsVersion"));
  }

  @Test
  void shouldKeepVersionsOfFilesThatPeopleBring() {
    assertThat(datasets.resources("AWS::S3::Bucket"))
        .filteredOn(bucket -> bucket.getValue().path("Properties").has("VersioningConfiguration"))
        .extracting(bucket -> bucket.getKey().replaceAll("[0-9A-F]{8}$", ""))
        .containsExactlyInAnyOrder("Landing", "Failed");
  }

  @Test
  void shouldAnnounceFilesOfTheLandingBucketOnly() {
    assertThat(datasets.resources("AWS::S3::Bucket"))
        .isNotEmpty()
        .allSatisfy(
            bucket ->
                assertThat(bucket.getValue().toString().contains("EventBridgeEnabled"))
                    .as(bucket.getKey())
                    .isEqualTo(bucket.getKey().startsWith("Landing")));
  }

  @Test
  void shouldKeepTablesRestorableAndEncrypted() {
    assertThat(datasets.resources("AWS::DynamoDB::Table"))
        .hasSize(2)
        .allSatisfy(
            table ->
                assertThat(table.getValue().toString())
                    .contains("\"PointInTimeRecoveryEnabled\":true", "\"SSEType\":\"KMS\""));
  }

  @Test
  void shouldIndexTheAuditTableByState() {
    JsonNode audit = only(datasets, "AWS::DynamoDB::Table", "Audit");

    assertThat(audit.path("TableName").asText()).isEqualTo("sluice-audit");
    assertThat(audit.path("GlobalSecondaryIndexes").toString())
        .contains("by-state", "dataset_state", "received_at");
  }

  @Test
  void shouldKeyTheCoordinationTableAsHandlersWriteIt() {
    assertThat(only(datasets, "AWS::DynamoDB::Table", "Coordination").path("KeySchema"))
        .extracting(attribute -> attribute.path("AttributeName").asText())
        .containsExactly(CoordinationSchema.TOPIC, CoordinationSchema.ID);
  }

  @Test
  void shouldAlarmWhereNobodyWouldHearOfIt() {
    assertThat(orders.resources("AWS::CloudWatch::Alarm"))
        .extracting(alarm -> alarm.getKey().replaceAll("[0-9A-F]{8}$", ""))
        .containsExactlyInAnyOrder(
            "FailureMailsDeadLettersAlarm",
            "FailureMailsErrorsAlarm",
            "InvalidFilesMailsDeadLettersAlarm");
    assertThat(datasets.resources("AWS::CloudWatch::Alarm"))
        .extracting(alarm -> alarm.getKey().replaceAll("[0-9A-F]{8}$", ""))
        .containsExactly("FileEventsDeadLettersAlarm");
  }

  @Test
  void shouldLetAlarmsPublishToTheTopicAndUseItsKey() {
    assertThat(datasets.only("AWS::SNS::TopicPolicy").toString())
        .contains("cloudwatch.amazonaws.com", "aws:SecureTransport");
    assertThat(datasets.only("AWS::KMS::Key").path("KeyPolicy").toString())
        .contains("cloudwatch.amazonaws.com");
  }

  @Test
  void shouldFitEachFunctionsVariablesIntoWhatLambdaTakes() {
    // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: 4 KB in all.
    for (String stack : Synthesis.stacks(Synthesis.whole())) {
      assertThat(Synthesis.templateOf(Synthesis.whole(), stack).resources("AWS::Lambda::Function"))
          .isNotEmpty()
          .allSatisfy(
              function ->
                  assertThat(function.getValue().at("/Properties/Environment").toString())
                      .as(function.getKey())
                      .hasSizeLessThan(3500));
    }
  }

  @Test
  void shouldTellTheLaptopTheAccountsQuotasWhereTheyAreNotAwsDefaults() {
    assertThat(datasets.root().path("Metadata").toString()).doesNotContain("Sluice::Quotas");

    JsonNode told =
        Synthesis.template(Synthesis.with(Map.of("lambdaConcurrency", 10)), "datasets")
            .root()
            .at("/Metadata/Sluice::Quotas");

    assertThat(told.path("lambdaConcurrency").asInt()).isEqualTo(10);
    assertThat(told.path("glueConcurrency").asInt()).isEqualTo(2_000);
    assertThat(told.path("rates").asText()).isEqualTo("laptop");
  }

  @Test
  void shouldSayWhatARunCosts() {
    assertThat(orders.root().path("Outputs").path("CostOfARun").path("Value").asText())
        .matches("\\d+ state transitions; .*")
        .contains("export_tables: a child of two transitions and a Glue run");
  }

  @Test
  void shouldStartByItselfOnlyWhereThatIsSet() {
    assertThat(orders.resources("AWS::Scheduler::Schedule")).isEmpty();

    JsonTree scheduled =
        Synthesis.template(
            Synthesis.with(
                Map.of("orders", Map.of("schedule", "cron(0 6 * * ? *)", "startOnFile", true))),
            "orders");

    JsonNode schedule = scheduled.only("AWS::Scheduler::Schedule");
    assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("cron(0 6 * * ? *)");
    assertThat(schedule.path("Target").path("Input").asText()).isEqualTo("{}");
    assertThat(scheduled.resources("AWS::Events::Rule"))
        .extracting(rule -> rule.getKey().replaceAll("[0-9A-F]{8}$", ""))
        .containsExactlyInAnyOrder(
            "FailureMailsFailed", "InvalidFilesMailsEnded", "TriggersOnFile");
  }

  @Test
  void shouldLetFilesWakeOnlyPipelinesThatWaitForThem() {
    assertThat(Policies.of(datasets, "RegisterFile"))
        .contains("states:SendTaskSuccess on states:", "stateMachine:sluice-orders")
        .doesNotContain("stateMachine:sluice-stations");
  }

  @Test
  void shouldDeployOfADemonstrationOnlyWhatAPipelineAsksFor() {
    assertThat(datasets.root().toString()).doesNotContain("products", "SeedShop", "StationsApi");
    assertThat(orders.resources("AWS::Lambda::Function"))
        .isNotEmpty()
        .allSatisfy(
            function ->
                assertThat(function.getValue().path("Properties").path("Handler").asText())
                    .startsWith("dev.sluice.lambda."));
  }

  private static JsonNode only(JsonTree template, String type, String idStartsWith) {
    List<JsonNode> found =
        template.resources(type).stream()
            .filter(resource -> resource.getKey().startsWith(idStartsWith))
            .map(resource -> resource.getValue().path("Properties"))
            .toList();
    assertThat(found).as(type + " " + idStartsWith).hasSize(1);
    return found.get(0);
  }
}
