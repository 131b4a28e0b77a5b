package dev.sluice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Approved;
import dev.sluice.fixture.JsonTree;
import dev.sluice.fixture.Synthesis;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Properties of single resources that matter; the whole templates are nobody's to read. */
class ResourcesTest {
  private final JsonTree data = Synthesis.template(Synthesis.whole(), "SluiceData");
  private final JsonTree orders = Synthesis.template(Synthesis.whole(), "SluiceOrders");

  @Test
  void shouldCloseAndEncryptEveryBucket() {
    List<Map.Entry<String, JsonNode>> buckets = data.resources("AWS::S3::Bucket");

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
    assertThat(data.resources("AWS::S3::BucketPolicy"))
        .allSatisfy(
            policy ->
                assertThat(policy.getValue().toString())
                    .contains("aws:SecureTransport", "s3:TlsVersion"));
  }

  @Test
  void shouldKeepVersionsOfFilesThatPeopleBring() {
    assertThat(data.resources("AWS::S3::Bucket"))
        .filteredOn(bucket -> bucket.getValue().path("Properties").has("VersioningConfiguration"))
        .extracting(bucket -> bucket.getKey().replaceAll("[0-9A-F]{8}$", ""))
        .containsExactlyInAnyOrder("Landing", "Failed");
  }

  @Test
  void shouldAnnounceFilesOfTheLandingBucketOnly() {
    data.resources("AWS::S3::Bucket")
        .forEach(
            bucket ->
                assertThat(bucket.getValue().toString().contains("EventBridgeEnabled"))
                    .as(bucket.getKey())
                    .isEqualTo(bucket.getKey().startsWith("Landing")));
  }

  @Test
  void shouldKeepTablesRestorableAndEncrypted() {
    assertThat(data.resources("AWS::DynamoDB::Table"))
        .hasSize(3)
        .allSatisfy(
            table ->
                assertThat(table.getValue().toString())
                    .contains("\"PointInTimeRecoveryEnabled\":true", "\"SSEType\":\"KMS\""));
  }

  @Test
  void shouldIndexTheAuditTableByState() {
    JsonNode audit = only(data, "AWS::DynamoDB::Table", "Audit");

    assertThat(audit.path("TableName").asText()).isEqualTo("sluice-audit");
    Approved.check(
        "resources/audit-index.json", audit.path("GlobalSecondaryIndexes").toPrettyString());
  }

  @Test
  void shouldSetUpGlueAsApproved() {
    approve("AWS::Glue::Job", "ExportTableJob", "export-job");
    approve("AWS::Glue::Job", "ProcessSalesJob", "sql-job");
    approve("AWS::Glue::Crawler", "ShopCrawler", "shop-crawler");
    approve("AWS::Glue::Crawler", "LakeCrawler", "lake-crawler");
    approve("AWS::Glue::Connection", "ShopConnection", "shop-connection");
  }

  @Test
  void shouldSetUpFunctionsAsApproved() {
    approve("AWS::Lambda::Function", "GuardFunction", "plain-function");
    approve("AWS::Lambda::Function", "ValidateFiles", "function-from-snapshot");
  }

  @Test
  void shouldReactToEventsAsApproved() {
    approve("AWS::Events::Rule", "FileEvents", "rule-landed");
    approve("AWS::Events::Rule", "FailureMails", "rule-failed");
  }

  @Test
  void shouldKeepEventsOnWhichAFunctionFailed() {
    approve("AWS::Lambda::EventInvokeConfig", "RegisterFile", "failed-files");
    approve("AWS::Lambda::EventInvokeConfig", "NotifyFailure", "failed-mails");
  }

  @Test
  void shouldAlarmWhereNobodyWouldHearOfIt() {
    assertThat(orders.resources("AWS::CloudWatch::Alarm"))
        .extracting(alarm -> alarm.getKey().replaceAll("[0-9A-F]{8}$", ""))
        .containsExactlyInAnyOrder(
            "FileEventsDeadLettersAlarm",
            "FailureMailsDeadLettersAlarm",
            "FailureMailsErrorsAlarm");
  }

  @Test
  void shouldLetAlarmsPublishToTheTopicAndUseItsKey() {
    assertThat(data.only("AWS::SNS::TopicPolicy").toString())
        .contains("cloudwatch.amazonaws.com", "aws:SecureTransport");
    assertThat(data.only("AWS::KMS::Key").path("KeyPolicy").toString())
        .contains("cloudwatch.amazonaws.com");
  }

  @Test
  void shouldSayWhatARunCosts() {
    assertThat(orders.root().path("Outputs").path("CostOfARun").path("Value").asText())
        .startsWith("49 state transitions; ")
        .contains("export_tables: a child of two transitions and a Glue run");
  }

  @Test
  void shouldStartByItselfOnlyWhereThatIsSet() {
    assertThat(orders.resources("AWS::Scheduler::Schedule")).isEmpty();

    JsonTree scheduled =
        Synthesis.template(
            Synthesis.with(Map.of("schedule", "cron(0 6 * * ? *)", "startOnFile", true)),
            "SluiceOrders");

    JsonNode schedule = scheduled.only("AWS::Scheduler::Schedule");
    assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("cron(0 6 * * ? *)");
    assertThat(schedule.path("Target").path("Input").asText()).isEqualTo("{}");
    assertThat(scheduled.resources("AWS::Events::Rule")).hasSize(3);
  }

  private void approve(String type, String idStartsWith, String name) {
    Approved.check(
        "resources/" + name + ".json",
        only(orders, type, idStartsWith)
            .toPrettyString()
            .replaceAll("[0-9a-f]{64}", "<hash>")
            .replaceAll("(SluiceData:ExportsOutput\\w+?)[0-9A-F]{8}\"", "$1\""));
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
