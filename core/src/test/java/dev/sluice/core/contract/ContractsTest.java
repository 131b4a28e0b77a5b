package dev.sluice.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsTest {
  static final Path DATASETS = Path.of("..", "datasets");

  @TempDir Path directory;

  @Test
  void shouldKeepTheHeaderOfSalesToTheLetter() {
    DatasetContract sales = Contracts.fromDirectory(DATASETS).get("sales");

    assertThat(header(sales))
        .isEqualTo(
            "Date,Salesperson,Lead Name,Segment,Region,Target Close,Forecasted Monthly Revenue,"
                + "Opportunity Stage,Weighted Revenue,Closed Opportunity,Active Opportunity,"
                + "Latest Status Entry");
    assertThat(sales.cadence()).isEqualTo(Cadence.MONTHLY);
    assertThat(sales.column("date").orElseThrow().format()).contains("M/d/yyyy");
    assertThat(sales.column("opportunity_stage").orElseThrow().values())
        .containsExactly(
            "Lead", "Prospect", "Qualified", "Contracting", "Closed Won", "Closed Lost");
  }

  @Test
  void shouldKeepTheHeaderOfMarketingToTheTrailingSpace() {
    DatasetContract marketing = Contracts.fromDirectory(DATASETS).get("marketing");

    assertThat(header(marketing))
        .isEqualTo(
            "Date,New visitors SEO,New visitors CPC,New visitors Social Media,Return visitors,"
                + "Twitter mentions,Twitter follower adds,Twitter followers cumulative,"
                + "Mailing list adds ,Mailing list cumulative,Website Pageviews,Website Visits,"
                + "Website Unique Visits,Mobile uniques,Tablet uniques,Desktop uniques,"
                + "Free sign up,Paid conversion,Events");
    assertThat(marketing.cadence()).isEqualTo(Cadence.DAILY);
    assertThat(marketing.uniqueKey()).containsExactly("date");
    assertThat(marketing.column("events").orElseThrow().nullable()).isTrue();
    assertThat(marketing.column("twitter_follower_adds").orElseThrow().min()).isEmpty();
    assertThat(marketing.column("mailing_list_adds").orElseThrow().min()).contains("0");
  }

  @Test
  void shouldFindTheSameContractsOnTheClassPathAsInTheDirectory() {
    Contracts packed = Contracts.fromClasspath();

    assertThat(packed.all()).isEqualTo(Contracts.fromDirectory(DATASETS).all());
    assertThat(packed.names()).isSorted().contains("marketing", "sales");
    assertThat(packed.get("sales").await()).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void shouldNameTheKnownDatasetsWhenOneIsUnknown() {
    Contracts contracts = Contracts.fromDirectory(DATASETS);

    assertThatThrownBy(() -> contracts.get("sails"))
        .hasMessageContaining("sails")
        .hasMessageContaining("marketing, sales");
  }

  @Test
  void shouldMatchKeysByPrefixAndPattern() {
    Contracts contracts = Contracts.fromDirectory(DATASETS);

    assertThat(contracts.forKey("sales/2019 01 (1).csv")).contains(contracts.get("sales"));
    assertThat(contracts.forKey("marketing/é.csv")).contains(contracts.get("marketing"));
    assertThat(contracts.forKey("sales/deep/x.csv")).isEmpty();
    assertThat(contracts.forKey("sales/x.parquet")).isEmpty();
    assertThat(contracts.forKey("sales/")).isEmpty();
    assertThat(contracts.forKey("sales.csv")).isEmpty();
    assertThat(contracts.forKey("other/x.csv")).isEmpty();
  }

  @Test
  void shouldReportTheMistakesOfAllFilesTogether() throws IOException {
    write("a.yaml", "name: a\ncadence: hourly\ncolumns: []\n");
    write("b.yaml", "name: c\ncadence: daily\ncolumns: [{name: X, as: x, type: string}]\n");

    assertThatThrownBy(() -> Contracts.fromDirectory(directory))
        .isInstanceOfSatisfying(
            ContractException.class,
            wrong -> assertThat(wrong.findings()).extracting(Finding::path).hasSize(3))
        .hasMessageStartingWith("3 mistakes")
        .hasMessageContaining("a.yaml:2: cadence: found 'hourly', expected daily or monthly")
        .hasMessageContaining("a.yaml:3: columns: found no column")
        .hasMessageContaining("b.yaml:1: name: found 'c' in this file");
  }

  @Test
  void shouldRefusePrefixesThatOverlap() throws IOException {
    String columns = "cadence: daily\ncolumns: [{name: X, as: x, type: string}]\n";
    write("a.yaml", "name: a\nlanding: {prefix: in/}\n" + columns);
    write("b.yaml", "name: b\nlanding: {prefix: in/b/}\n" + columns);

    assertThatThrownBy(() -> Contracts.fromDirectory(directory))
        .hasMessageContaining("b.yaml:1: landing.prefix: found 'in/b/'")
        .hasMessageContaining("a.yaml");
  }

  private void write(String file, String yaml) throws IOException {
    Files.writeString(directory.resolve(file), yaml);
  }

  private static String header(DatasetContract contract) {
    return contract.columns().stream().map(Column::name).collect(Collectors.joining(","));
  }
}
