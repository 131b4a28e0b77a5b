package dev.sluice.core.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RowWriterTest {
  private static final String HEADER = "Id,Text\n";

  private ValidationReport report;

  @Test
  void shouldWriteAnObjectARowByTheNamesOfTheLake() throws IOException {
    assertThat(rows(0, HEADER + "1,a\r\n2,\n\n3,\"\"\n4,\" b \""))
        .isEqualTo(
            """
            {"id":"1","text":"a"}
            {"id":"2","text":null}
            {"id":"3","text":null}
            {"id":"4","text":" b "}
            """);
  }

  @Test
  void shouldKeepEveryByteOfAField() throws IOException {
    assertThat(rows(0, HEADER + "1,\"a\r\nb\rc\nd\"\"e\\,\t\u0001\u007f光\ufeff\u2028\"\n"))
        .isEqualTo(
            "{\"id\":\"1\",\"text\":\"a\\r\\nb\\rc\\nd\\\"e\\\\,\\t\\u0001\u007f光\ufeff\u2028\"}\n");
  }

  @Test
  void shouldWriteRowsThatAreLongerThanItsBuffer() throws IOException {
    String quotes = "\"\"".repeat(100_000);
    String line = "{\"id\":\"1\",\"text\":\"" + "\\\"".repeat(100_000) + "\"}\n";

    for (int tolerated : new int[] {0, 3}) {
      assertThat(rows(tolerated, HEADER + ("1,\"" + quotes + "\"\n").repeat(3)))
          .isEqualTo(line.repeat(3));
    }
  }

  @Test
  void shouldLeaveOutToleratedRowsThatCannotBeReadAndKeepThoseThatCan() throws IOException {
    String more = "x".repeat(70_000);

    String rows =
        rows(
            9,
            HEADER
                + ("1,a\nx,type\n2," + more + "\n-1,range\n,null\n3,short,long\n4\n5,s\"tray\n")
                + ("x," + more + "\n6,z\n"));

    assertThat(report.valid()).isTrue();
    assertThat(report.badRows()).isEqualTo(7);
    assertThat(rows.lines())
        .containsExactly(
            "{\"id\":\"1\",\"text\":\"a\"}",
            "{\"id\":\"2\",\"text\":\"" + more + "\"}",
            "{\"id\":\"-1\",\"text\":\"range\"}",
            "{\"id\":\"6\",\"text\":\"z\"}");
  }

  @Test
  void shouldWriteAnEmptyLineForAFileWithoutRows() throws IOException {
    assertThat(rows(0, HEADER)).isEqualTo("\n");
    assertThat(rows(2, HEADER + "x,y\n")).isEqualTo("\n");
  }

  @Test
  void shouldWriteNoMoreOfAFileThatIsInvalid() throws IOException {
    String bad = HEADER + "x,y\n" + "1,a\n".repeat(100_000);

    assertThat(rows(0, bad)).isEmpty();
    assertThat(report.valid()).isFalse();
    assertThat(rows(0, "Id,Text,More\n" + "1,a,b\n".repeat(100_000))).isEmpty();
  }

  @Test
  void shouldFailWhereTheRowsCannotBeWritten() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no room");
          }
        };

    assertThatThrownBy(() -> new Validator(contract(0)).validate(in(HEADER + "1,a\n"), full))
        .isInstanceOf(IOException.class)
        .hasMessage("no room");
  }

  private String rows(int tolerated, String csv) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report = new Validator(contract(tolerated)).validate(in(csv), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ByteArrayInputStream in(String csv) {
    return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static DatasetContract contract(int tolerated) {
    return Contracts.parse(
        "t.yaml",
        """
        name: t
        cadence: daily
        rows: {min: 0}
        tolerated_bad_rows: %d
        columns:
          - {name: Id, as: id, type: integer, min: 0}
          - {name: Text, as: text, type: string, nullable: true}
        """
            .formatted(tolerated));
  }
}
