package dev.sluice.glue.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.validate.Validator;
import dev.sluice.glue.GlueRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetViewTest {
  private static final String CONTRACT =
      """
      name: people
      cadence: daily
      rows: {min: 0}
      tolerated_bad_rows: %d
      csv:
        delimiter: ";"
        quote: "'"
      columns:
        - {name: "Full Name ", as: name, type: string, pii: %s}
        - {name: "Mail`s", as: mail, type: string, nullable: true, pii: hash}
        - {name: Born, as: born, type: date, format: dd.MM.yyyy, nullable: true}
        - {name: Seen, as: seen, type: timestamp, format: "yyyy-MM-dd HH:mm:ss", nullable: true}
        - {name: Paid, as: paid, type: "decimal(10,2)", nullable: true}
        - {name: Active, as: active, type: boolean, nullable: true}
      """;
  private static final String HEADER = "Full Name ;Mail`s;Born;Seen;Paid;Active\n";

  @TempDir Path directory;

  @Test
  void shouldReadTheDialectWithTypesAndEmptyFieldsAsNull() throws Exception {
    assertThat(
            read(
                0,
                "mask",
                HEADER + "'O''Neil;\nJr';;31.12.1999;2026-01-02 03:04:05;10.50;TRUE\nb;'';;;;\n"))
        .extracting(Row::toString)
        .containsExactly(
            "[***,null,1999-12-31,2026-01-02 03:04:05.0,10.50,true]",
            "[***,null,null,null,null,null]");
  }

  @Test
  void shouldHashEqualValuesEquallyAndLeaveOutWhatIsDropped() throws Exception {
    List<Row> rows = read(0, "drop", HEADER + "a;ä@x.org;;;;\nb;ä@x.org;;;;\n");

    assertThat(rows.get(0).schema().fieldNames())
        .containsExactly("mail", "born", "seen", "paid", "active");
    assertThat(rows.get(0).getString(0))
        .isEqualTo(rows.get(1).getString(0))
        .isEqualTo("8a68a0f131a2c8fbf20fa54b81184f8f992ad8be0799a84a948bc8074f34a8cd");
  }

  @Test
  void shouldReadAFileWithoutRows() throws Exception {
    assertThat(read(0, "mask", HEADER)).isEmpty();
  }

  @Test
  void shouldLeaveOutBadRowsWhereTheContractToleratesThem() throws Exception {
    assertThat(read(9, "mask", HEADER + "a;b;1999-12-31;;;\nc;d;31.12.1999;;;\n;e;;;;\nf;g;;;x;\n"))
        .hasSize(1)
        .first()
        .asString()
        .contains("1999-12-31");
  }

  @Test
  void shouldReadNullWhereAnEarlierContractHadNoSuchColumn() throws Exception {
    assertThat(lines("{\"name\":\"a\",\"gone\":\"x\",\"paid\":\"1\"}"))
        .extracting(Row::toString)
        .containsExactly("[***,null,null,null,1.00,null]");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{\"name\":\"a\",\"born\":\"1999-12-31\"} | 1999-12-31",
        "{\"name\":\"a\",\"paid\":\"x\"} | CAST_INVALID_INPUT",
        "{\"name\":null} | a row has no value in the column name, which needs one",
        "{\"mail\":\"a\"} | a row has no value in the column name, which needs one",
        "{\"name\":\"a\" | MALFORMED",
        "name;mail | MALFORMED",
      })
  void shouldFailOnWhatTheValidatorDoesNotWrite(String line, String reason) {
    assertThatThrownBy(() -> lines(line)).hasStackTraceContaining(reason);
  }

  private List<Row> read(int tolerated, String pii, String csv) throws Exception {
    DatasetContract contract = contract(tolerated, pii);
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    new Validator(contract)
        .validate(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), rows);
    return read(contract, rows.toString(StandardCharsets.UTF_8));
  }

  private List<Row> lines(String line) throws Exception {
    return read(contract(0, "mask"), line + "\n");
  }

  private List<Row> read(DatasetContract contract, String lines) throws Exception {
    Files.writeString(directory.resolve("people.csv.jsonl"), lines);
    SparkSession spark = GlueRun.newSession();
    spark.conf().set("spark.sql.session.timeZone", "UTC");
    return DatasetView.read(spark, contract, "file:" + directory).collectAsList();
  }

  private static DatasetContract contract(int tolerated, String pii) {
    return Contracts.parse("people.yaml", CONTRACT.formatted(tolerated, pii));
  }
}
