package dev.sluice.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractReaderTest {
  private static final String BASE = "name: t\ncadence: daily\n";
  private static final String COLUMNS = "columns:\n  - {name: X, as: x, type: string}\n";

  @Test
  void shouldFillInDefaults() {
    DatasetContract contract = parse(BASE + COLUMNS);

    assertThat(contract.landingPrefix()).isEqualTo("t/");
    assertThat(contract.filePattern()).isEqualTo("*.csv");
    assertThat(contract.await()).isEqualTo(Duration.ofDays(7));
    assertThat(contract.dialect()).isEqualTo(CsvDialect.DEFAULT);
    assertThat(contract.toleratedBadRows()).isZero();
    assertThat(contract.uniqueKey()).isEmpty();
    assertThat(contract.size()).isEqualTo(new Limits(1, 1L << 30));
    assertThat(contract.limits()).isEqualTo(new TextLimits(1_000, 65_536, 1_048_576));
    assertThat(contract.columns().get(0).nullable()).isFalse();
  }

  @Test
  void shouldReadEverythingThatAContractMaySay() {
    DatasetContract contract =
        parse(
            """
            name: t
            description: All of it.
            cadence: monthly
            landing: {prefix: in/t/, files: "t_*.csv"}
            size: {min: 10, max: 2MiB}
            rows: {min: 0, max: 99}
            limits: {columns: 6, header: 1KiB, field: 100}
            await: PT36H
            csv: {delimiter: ";", quote: "'", header: false}
            tolerated_bad_rows: 3
            unique: [id, day]
            columns:
              - {name: Id, as: id, type: integer, min: 1, max: 10}
              - {name: Day, as: day, type: date, format: dd.MM.yyyy, min: 2019-01-01}
              - {name: At, as: at, type: timestamp}
              - {name: Price, as: price, type: "decimal(18,4)", min: -0.5}
              - {name: Mail, as: mail, type: string, pattern: ".+@.+", pii: hash, nullable: true}
              - {name: Kind, as: kind, type: string, values: [a, b]}
            """);

    assertThat(contract.size()).isEqualTo(new Limits(10, 2 * 1024 * 1024));
    assertThat(contract.limits()).isEqualTo(new TextLimits(6, 1024, 100));
    assertThat(contract.await()).isEqualTo(Duration.ofHours(36));
    assertThat(contract.dialect()).isEqualTo(new CsvDialect(';', '\'', false));
    assertThat(contract.uniqueKey()).containsExactly("id", "day");
    assertThat(contract.column("day").orElseThrow().min()).contains("2019-01-01");
    assertThat(contract.column("at").orElseThrow().format()).contains("yyyy-MM-dd'T'HH:mm:ssXXX");
    assertThat(contract.column("price").orElseThrow().type())
        .isEqualTo(new ColumnType(ColumnType.Kind.DECIMAL, 18, 4));
    assertThat(contract.column("mail").orElseThrow().pii()).contains(PiiRule.HASH);
    assertThat(contract.toleratedBadRows()).isEqualTo(3);
  }

  @Test
  void shouldReportAllMistakesWithTheirLines() {
    List<Finding> findings =
        findings(
            """
            name: Sales
            cadence: monthly
            awiat: 7d
            size: {min: 5, max: 1}
            columns:
              - name: Date
                as: date
                type: dat
              - name: Date
                as: Day
                type: date
                format: MM/dd/yy
              - name: N
                as: n
                typ: long
              - {name: O, as: o, type: string, min: 0, pii: secret}
            unique: [dat, o]
            """);

    assertThat(findings)
        .extracting(finding -> finding.line() + " " + finding.path())
        .containsExactly(
            "3 awiat",
            "1 name",
            "4 size.max",
            "8 columns[0].type",
            "10 columns[1].as",
            "9 columns[1].name",
            "15 columns[2].typ",
            "13 columns[2]",
            "16 columns[3].pii",
            "16 columns[3].min",
            "17 unique");
    assertThat(findings).extracting(Finding::remedy).contains("did you mean 'await'?");
    assertThat(findings).extracting(Finding::remedy).contains("did you mean 'type'?");
    assertThat(findings).extracting(Finding::remedy).contains("did you mean 'date'?");
  }

  @Test
  void shouldSayWhatIsFoundExpectedAndToBeDone() {
    assertThat(findings(BASE + "awiat: 7d\n" + COLUMNS).get(0))
        .hasToString(
            "t.yaml:3: awiat: found unknown key 'awiat', expected one of name, description,"
                + " cadence, landing, size, rows, limits, await, csv, columns, unique,"
                + " tolerated_bad_rows; did you mean 'await'?");
  }

  @ParameterizedTest
  @CsvSource({"7d,P7D", "12h,PT12H", "30m,PT30M", "45s,PT45S", "P2D,P2D", "pt1h30m,PT1H30M"})
  void shouldReadDurations(String text, Duration expected) {
    assertThat(parse(BASE + "await: " + text + "\n" + COLUMNS).await()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "100,100",
    "7B,7",
    "3KB,3000",
    "3KiB,3072",
    "2 MB,2000000",
    "256MiB,268435456",
    "1GiB,1073741824"
  })
  void shouldReadSizes(String text, long expected) {
    assertThat(parse(BASE + "size: {max: " + text + "}\n" + COLUMNS).size().max())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "await: soon",
        "await: 99999999d",
        "await: 361d",
        "await: 0d",
        "await: -PT1H",
        "size: {max: 1TB}",
        "rows: {max: many}",
        "csv: {delimiter: ab}",
        "csv: {delimiter: '\"'}",
        "csv: {header: yes}",
        "landing: {prefix: sales}",
        "landing: {files: a/*.csv}",
        "tolerated_bad_rows: -1",
        "tolerated_bad_rows: ~",
        "unique: x",
        "unique: [x, x]",
        "unique: [y]",
        "landing: sales/",
        "name: again",
      })
  void shouldRefuse(String line) {
    assertThat(findings(BASE + line + "\n" + COLUMNS))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.line()).isEqualTo(3);
              assertThat(finding.found()).isNotBlank();
              assertThat(finding.expected()).isNotBlank();
              assertThat(finding.remedy()).isNotBlank();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: 'decimal(39,2)'",
        "type: 'decimal(4,5)'",
        "type: int",
        "type: long, format: M/d/yyyy",
        "type: long, min: five",
        "type: long, min: 5, max: 4",
        "type: long, pattern: a",
        "type: date, min: 1/1/2019",
        "type: date, format: yyyy-MM",
        "type: date, format: 'yyyy-MM-dd HH:mm'",
        "type: timestamp, format: yyyy-MM-dd",
        "type: date, format: \"yyyy-MM-dd'T\"",
        "type: string, pattern: '('",
        "type: string, values: []",
        "type: string, values: {a: b}",
        "type: string, nullable: maybe",
        "type: string, max: 4",
        "type: string, pii: HASH",
      })
  void shouldRefuseColumns(String definition) {
    assertThat(findings(BASE + "columns:\n  - {name: X, as: x, " + definition + "}\n"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.line()).isEqualTo(4));
  }

  @Test
  void shouldPlaceAMistakeOfYamlItself() {
    assertThat(findings(BASE + "columns: [\n"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.line()).isEqualTo(4));
    assertThat(findings(""))
        .singleElement()
        .satisfies(finding -> assertThat(finding.found()).isEqualTo("an empty document"));
    assertThat(findings("just text")).isNotEmpty();
    assertThat(findings(BASE + COLUMNS + "---\na: b\n")).hasSize(1);
  }

  private static DatasetContract parse(String yaml) {
    return Contracts.parse("t.yaml", yaml);
  }

  private static List<Finding> findings(String yaml) {
    ContractReader reader = new ContractReader("t.yaml");
    assertThat(reader.read(yaml)).isEmpty();
    assertThatThrownBy(() -> Contracts.parse("t.yaml", yaml)).isInstanceOf(ContractException.class);
    return reader.findings();
  }
}
