package dev.sluice.glue.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.core.contract.Contracts;
import dev.sluice.glue.GlueRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetViewTest {
  private static final String CONTRACT =
      """
      name: people
      cadence: daily
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
                HEADER + "'O''Neil;\nJr';;31.12.1999;2026-01-02 03:04:05;10.50;TRUE\n'';'';;;;\n"))
        .extracting(Row::toString)
        .containsExactly(
            "[***,null,1999-12-31,2026-01-02 03:04:05.0,10.50,true]",
            "[null,null,null,null,null,null]");
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
  void shouldFailOnWhatAnIntactFileCannotHold() {
    assertThatThrownBy(() -> read(0, "mask", HEADER + "a;b;1999-12-31;;;\n"))
        .hasStackTraceContaining("1999-12-31");
    assertThatThrownBy(() -> read(0, "mask", HEADER + "a;b;;;x;\n"))
        .hasStackTraceContaining("CAST_INVALID_INPUT");
    assertThatThrownBy(() -> read(0, "mask", HEADER + "a;b;c\n"))
        .hasStackTraceContaining("MALFORMED");
    assertThatThrownBy(() -> read(0, "mask", "Name;Mail`s;Born;Seen;Paid;Active\na;;;;;\n"))
        .hasStackTraceContaining("Full Name");
  }

  @Test
  void shouldLeaveOutBadRowsWhereTheContractToleratesThem() throws Exception {
    assertThat(read(2, "mask", HEADER + "a;b;1999-12-31;;;\nc;d;31.12.1999;;;\n;e;;;;\nf;g;;;x;\n"))
        .hasSize(1)
        .first()
        .asString()
        .contains("1999-12-31");
  }

  private List<Row> read(int tolerated, String pii, String csv) throws Exception {
    Files.write(directory.resolve("people.csv"), csv.getBytes(StandardCharsets.UTF_8));
    SparkSession spark = GlueRun.newSession();
    spark.conf().set("spark.sql.session.timeZone", "UTC");
    return DatasetView.read(
            spark,
            Contracts.parse("people.yaml", CONTRACT.formatted(tolerated, pii)),
            "file:" + directory)
        .collectAsList();
  }
}
