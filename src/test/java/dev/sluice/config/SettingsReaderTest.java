package dev.sluice.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.Approved;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

  @Test
  void shouldHaveADefaultForEverything() {
    Settings settings = read(Map.of());

    assertThat(settings.deployment().name()).isEqualTo("sluice");
    assertThat(settings.demoShop()).isTrue();
    assertThat(settings.triggersOf("orders").schedule()).isEmpty();
    assertThat(settings.export().tolerated()).isEqualTo(Tolerance.NONE);
  }

  @Test
  void shouldReadTextAsTheCommandLineGivesIt() {
    Settings settings =
        read(
            Map.of(
                "exportConcurrency", "3",
                "demoShop", "true",
                "alertEmail", "a@b.org, c@d.org",
                "exportToleratedFailure", "25%"));

    assertThat(settings.export().concurrency()).isEqualTo(3);
    assertThat(settings.alertEmails()).containsExactly("a@b.org", "c@d.org");
    assertThat(settings.export().tolerated()).isEqualTo(new Tolerance(25, true));
  }

  @Test
  void shouldTakeTheJobsLimitAsConcurrencyWhereThatIsLower() {
    assertThat(read(Map.of("exportMaxConcurrentRuns", 3)).export().concurrency()).isEqualTo(3);
  }

  @Test
  void shouldReadAnOwnDatabase() {
    Settings.Shop shop =
        read(Map.of(
                "demoShop",
                false,
                "shop",
                Map.of(
                    "jdbcUrl", "jdbc:postgresql://db.example.org:5432/store?sslmode=require",
                    "secretArn", "arn:aws:secretsmanager:eu-west-1:1:secret:x",
                    "schema", "sales",
                    "productsTableArn", "arn:aws:dynamodb:eu-west-1:1:table/catalog")))
            .shop();

    assertThat(shop.database()).isEqualTo("store");
    assertThat(shop.schema()).isEqualTo("sales");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name                    | Sluice!   | found "Sluice!"; allowed: 1 to 20 small letters
          alertEmail              | me        | found "me"; allowed: mail addresses
          removalPolicy           | keep      | found "keep"; allowed: retain, destroy
          logRetentionDays        | 31        | found "31"; allowed: 1, 7, 14, 30
          runRetentionDays        | 0         | found "0"; allowed: a whole number from 1 to 3650
          env                     | Dev       | found "Dev"; allowed: 1 to 10 small letters
          orders.schedule         | daily     | found "daily"; allowed: rate(5 minutes), cron(
          orders.schedule         | cron(99 99 * * ? *) | found "cron(99 99 * * ? *)"; allowed: rate
          orders.schedule         | cron(0 6 * * * *) | found "cron(0 6 * * * *)"; allowed: rate
          orders.schedule         | rate(0 days) | found "rate(0 days)"; allowed: rate
          orders.schedule         | at(tomorrow) | found "at(tomorrow)"; allowed: rate
          orders.scheduleTimezone | Mars/Phobos | found "Mars/Phobos"; allowed: a zone such as
          orders.startOnFile      | yes       | found "yes"; allowed: true or false
          validateBatchSize       | 2.5       | found "2.5"; allowed: a whole number from 1 to 1000
          exportMaxConcurrentRuns | many      | found "many"; allowed: a whole number
          exportRetries           | -1        | found "-1"; allowed: a whole number from 0 to 99
          exportToleratedFailure  | 101%      | found "101%"; allowed: a number such as 2
          exportToleratedFailure  | some      | found "some"; allowed: a number such as 2
          glueWorkerType          | G.3X      | found "G.3X"; allowed: G.1X, G.2X
          shop                    | here      | found "here"; allowed: an object of jdbcUrl
          demoShop                | false     | jdbc:postgresql://host:port/database, since demoShop is
          """)
  void shouldRefuseAWrongValueWithWhatIsAllowed(String name, String value, String message) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(name.equals("demoShop") ? "shop.jdbcUrl" : name)
        .hasMessageContaining(message);
  }

  @Test
  void shouldRefuseMoreConcurrentExportsThanTheJobAllows() {
    assertThatThrownBy(() -> read(Map.of("exportConcurrency", 6, "exportMaxConcurrentRuns", 3)))
        .hasMessageContaining(
            "exportConcurrency: found 6; allowed: at most exportMaxConcurrentRuns, which is 3");
  }

  @Test
  void shouldRefuseAnUnknownSettingOfTheShop() {
    assertThatThrownBy(() -> read(Map.of("shop", Map.of("url", "jdbc:postgresql://h/db"))))
        .hasMessageContaining("shop: found \"url\"; allowed: an object of jdbcUrl, schema");
  }

  @Test
  void shouldRefuseASubnetWithoutWhatBelongsToIt() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "demoShop",
                        false,
                        "shop",
                        Map.of("jdbcUrl", "jdbc:postgresql://h/db", "subnetId", "subnet-1"))))
        .hasMessageContaining("shop.subnetId")
        .hasMessageContaining("shop.secretArn");
  }

  @Test
  void shouldNameADeploymentByItsEnvironment() {
    assertThat(read(Map.of("name", "acme", "env", "dev")).deployment().named("orders"))
        .isEqualTo("acme-dev-orders");
  }

  @Test
  void shouldReadWhatStartsAPipelineFromAnObjectOrFromNamesWithADot() {
    Settings.Triggers expected = new Settings.Triggers("rate(1 day)", "Europe/Berlin", true);

    assertThat(
            read(Map.of(
                    "orders",
                    Map.of(
                        "schedule", "rate(1 day)",
                        "scheduleTimezone", "Europe/Berlin",
                        "startOnFile", true)))
                .triggersOf("orders"))
        .isEqualTo(expected);
    assertThat(
            read(Map.of(
                    "orders.schedule", "rate(1 day)",
                    "orders.scheduleTimezone", "Europe/Berlin",
                    "orders.startOnFile", "true"))
                .triggersOf("orders"))
        .isEqualTo(expected);
  }

  @Test
  void shouldRefuseAScheduleThatBelongsToNoPipeline() {
    assertThatThrownBy(() -> read(Map.of("schedule", "rate(1 day)")))
        .hasMessageContaining("schedule: no such setting");
    assertThatThrownBy(() -> read(Map.of("order.schedule", "rate(1 day)")))
        .hasMessageContaining("order.schedule: no such setting")
        .hasMessageContaining("orders.schedule");
  }

  @Test
  void shouldReadAnOwnApiInPlaceOfTheDemonstration() {
    Map<String, Object> api = Map.of("url", "https://gbfs.example.org/gbfs/en");

    assertThat(read(Map.of("demoStations", false, "stationsApi", api)).stations().url())
        .isEqualTo("https://gbfs.example.org/gbfs/en");
    assertThatThrownBy(() -> read(Map.of("stationsApi", api)))
        .hasMessageContaining("stationsApi.url")
        .hasMessageContaining("set demoStations to false");
    assertThatThrownBy(() -> read(Map.of("demoStations", false)))
        .hasMessageContaining("https://host/path, since demoStations is false");
  }

  @Test
  void shouldReportAllFindingsTogether() {
    assertThatThrownBy(
            () -> read(Map.of("name", "9", "removalPolicy", "x", "alertEmail", List.of("a", 3))))
        .hasMessageContaining("name:")
        .hasMessageContaining("removalPolicy:")
        .hasMessageContaining("alertEmail: found \"a\"")
        .hasMessageContaining("alertEmail: found 3");
  }

  @Test
  void shouldRefuseANameThatNothingReads() {
    assertThatThrownBy(() -> read(Map.of("exportConcurency", 3)))
        .hasMessageContaining("exportConcurency: no such setting; allowed: alertEmail, crawlMax");
  }

  @Test
  void shouldLeaveTheContextOfTheCdkAlone() {
    read(
        Map.of(
            "@aws-cdk/core:x",
            true,
            "aws:cdk:enable-path-metadata",
            true,
            "availability-zones:account=1:region=r",
            List.of("a"),
            "acknowledged-issue-numbers",
            List.of(1)));
  }

  @Test
  void shouldHaveAPageThatSaysWhatItReads() {
    Approved.checkFile(Path.of("../docs/settings.md"), SettingsReader.page());
  }

  private static Settings read(Map<String, Object> context) {
    return SettingsReader.read(context::get, context.keySet(), List.of("orders"));
  }
}
