package dev.sluice.core.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorTest {
  private static final String CONTRACT =
      """
      name: people
      cadence: daily
      size: {min: 5, max: 10KB}
      rows: {min: 1, max: 100}
      unique: [id]
      columns:
        - {name: Id, as: id, type: integer, min: 1}
        - {name: Full Name, as: full_name, type: string, pii: hash, pattern: "[^0-9]+"}
        - {name: Born, as: born, type: date, format: M/d/yyyy, nullable: true}
        - {name: Kind, as: kind, type: string, values: [staff, guest], nullable: true}
      """;
  private static final String HEADER = "Id,Full Name,Born,Kind\n";

  @Test
  void shouldAcceptAFileThatKeepsItsContract() {
    ValidationReport report = validate(HEADER + "1,Zoë,2/29/2020,staff\n2,\"A, \"\"B\"\"\",,\n");

    assertThat(report)
        .isEqualTo(new ValidationReport("people", true, 61, 2, 0, java.util.List.of(), Map.of()));
    assertThat(report.summary()).isEqualTo("people: valid, 2 rows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void shouldTakeEitherLineEndAndAByteOrderMarkAndBlankLines(String end) {
    String text = HEADER.replace("\n", end) + end + "1,Ann,,guest" + end + end;

    assertThat(validate("\uFEFF" + text).valid()).isTrue();
    assertThat(validate(text).rows()).isEqualTo(1);
    assertThat(validate(text.strip()).valid()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x,Ann,,   | line 2, column 1 (Id): found 'x', expected a whole number that fits integer
          0,Ann,,   | line 2, column 1 (Id): found '0', expected 1 or more
          9999999999,Ann,, | line 2, column 1 (Id): found '9999999999', expected a whole number
          ,Ann,,    | line 2, column 1 (Id): found nothing, expected a value
          1,A1,,    | line 2, column 2 (Full Name): found a value of 2 bytes (hidden: personal)
          1,Ann,2/29/2019, | line 2, column 3 (Born): found '2/29/2019', expected a date
          1,Ann,,boss | line 2, column 4 (Kind): found 'boss', expected one of staff, guest
          1,Ann,    | line 2: found 3 fields, expected 4 fields
          1,Ann,,,  | line 2: found 5 fields, expected 4 fields
          1,A"n,,   | line 2, column 2 (Full Name): found a quote or carriage return in a field
          1,"A"n,,  | line 2, column 2 (Full Name): found text after a closing quote
          """)
  void shouldNameLineColumnFoundAndExpected(String row, String message) {
    ValidationReport report = validate(HEADER + row + "\n");

    assertThat(report.valid()).isFalse();
    assertThat(report.badRows()).isEqualTo(1);
    assertThat(report.violations().get(0).message()).startsWith(message);
    assertThat(report.violationCount()).isEqualTo(1);
  }

  @Test
  void shouldCountPhysicalLinesWithinQuotes() {
    ValidationReport report = validate(HEADER + "1,\"A\nB\r\nC\",,\n2,\"D\nE\",bad,\n");

    assertThat(report.violations())
        .singleElement()
        .satisfies(violation -> assertThat(violation.line()).isEqualTo(6));
  }

  @Test
  void shouldReportDuplicateKeysEvenIfQuoted() {
    ValidationReport report = validate(HEADER + "1,A,,\n2,B,,\n\"1\",C,,\n");

    assertThat(report.violations().get(0).message())
        .isEqualTo("line 4: found the key (id) of an earlier row, expected each key once");
  }

  @Test
  void shouldKeepTwentyViolationsAndCountTheRest() {
    ValidationReport report = validate(HEADER + "x,Ann,bad,\n".repeat(30));

    assertThat(report.violations()).hasSize(Validator.KEPT_VIOLATIONS);
    assertThat(report.counts()).isEqualTo(Map.of(ViolationKind.TYPE, 60L));
    assertThat(report.rows()).isEqualTo(30);
    assertThat(report.badRows()).isEqualTo(30);
    assertThat(report.summary()).endsWith("(and 59 more)");
  }

  @Test
  void shouldTolerateAsManyBadRowsAsTheContractSays() {
    String tolerant = CONTRACT + "tolerated_bad_rows: 2\n";

    assertThat(validate(tolerant, HEADER + "x,A,,\nx,B,,\n").valid()).isTrue();
    assertThat(validate(tolerant, HEADER + "x,A,,\nx,B,,\nx,C,,\n").valid()).isFalse();
    assertThat(validate(tolerant, HEADER + "1,A,,\n2,B").valid()).isFalse();
  }

  @Test
  void shouldTellTheByteThatIsNotUtf8() {
    byte[] latin = (HEADER + "1,Zo\u00eb,,\n").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(validate(CONTRACT, latin).violations().get(0).message())
        .isEqualTo(
            "line 2, column 2 (Full Name): found byte 0xEB at offset 27 of the file, expected UTF-8: save the file in that encoding");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16, UTF-16 text",
    "UTF-16LE, binary content (a NUL byte at offset 1)",
  })
  void shouldRefuseOtherEncodingsAsAWhole(Charset charset, String found) {
    ValidationReport report = validate(CONTRACT, (HEADER + "1,A,,\n").getBytes(charset));

    assertThat(report.counts()).containsOnlyKeys(ViolationKind.NOT_CSV);
    assertThat(report.violations().get(0).found()).isEqualTo(found);
  }

  @Test
  void shouldSayWhatAFileIsThatIsNoCsv() {
    Map<String, String> known =
        Map.of(
            "PAR1\u0000",
            "Parquet",
            "PK\u0003\u0004",
            "ZIP",
            "%PDF-1.7",
            "PDF",
            "ORC\u0000",
            "ORC");
    known.forEach(
        (start, name) -> {
          ValidationReport report = validate(start + HEADER);
          assertThat(report.counts()).containsOnlyKeys(ViolationKind.NOT_CSV);
          assertThat(report.violations().get(0).found()).contains(name);
        });
  }

  @Test
  void shouldNotTakeAHeaderForAnotherFormatByItsLetters() {
    assertThat(validate("ORC id,Id\n1,2\n").counts()).doesNotContainKey(ViolationKind.NOT_CSV);
  }

  @Test
  void shouldStopAtAFieldThatDoesNotEnd() {
    String contract = "name: t\ncadence: daily\ncolumns: [{name: A, as: a, type: string}]\n";

    for (String start : new String[] {"A\n\"", "A\n"}) {
      ValidationReport report = validate(contract, start + "x".repeat(3 << 20));
      assertThat(report.violations().get(0).message())
          .isEqualTo(
              "line 2: found a field longer than 1048576 bytes, expected shorter fields: a closing quote"
                  + " or the line breaks may be missing");
      assertThat(report.bytes()).isLessThan(3 << 20);
    }
  }

  @Test
  void shouldRefuseANulByteFurtherOn() {
    assertThat(validate(HEADER + " ".repeat(5000) + "1,A\u0000,,\n").counts())
        .containsKey(ViolationKind.ENCODING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n\r\n", "\uFEFF"})
  void shouldRefuseEmptyFiles(String text) {
    assertThat(validate(text).counts()).containsOnlyKeys(ViolationKind.EMPTY_FILE);
  }

  @Test
  void shouldRefuseAHeaderWithoutRows() {
    assertThat(validate(HEADER).violations().get(0).message())
        .isEqualTo("found 0 rows, expected 1 rows at least");
  }

  @Test
  void shouldStopAtTheLargestSizeAndRowCount() {
    assertThat(validate(HEADER + ",,,\n".repeat(101)).counts())
        .containsEntry(ViolationKind.ROW_COUNT, 1L);
    assertThat(validate(HEADER + "1," + "A".repeat(12_000) + ",,\n").counts())
        .containsKey(ViolationKind.FILE_SIZE);
    assertThat(validate("a\n").counts()).containsKey(ViolationKind.HEADER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2,B", "2,B,", "2", "2,\"B", "2,\"B\n3,C,,\n"})
  void shouldNoticeThatAFileWasCutOff(String end) {
    ValidationReport report = validate(HEADER + "1,A,,\n" + end);

    assertThat(report.counts()).containsOnlyKeys(ViolationKind.TRUNCATED);
    assertThat(report.violations().get(0).line()).isEqualTo(3);
  }

  @Test
  void shouldReadFilesWithoutHeaderAndWithOtherSeparators() {
    String contract = CONTRACT + "csv: {delimiter: ';', quote: \"'\", header: false}\n";

    assertThat(validate(contract, "1;'A;''\"B';;guest\n").valid()).isTrue();
    assertThat(validate(contract, HEADER).counts()).containsKey(ViolationKind.ROW_LENGTH);
    assertThat(validate(contract, "").counts()).containsOnlyKeys(ViolationKind.EMPTY_FILE);
  }

  private static ValidationReport validate(String text) {
    return validate(CONTRACT, text);
  }

  private static ValidationReport validate(String contract, String text) {
    return validate(contract, text.getBytes(StandardCharsets.UTF_8));
  }

  private static ValidationReport validate(String contract, byte[] content) {
    DatasetContract parsed = Contracts.parse("people.yaml", contract);
    try {
      return Validator.validate(new ByteArrayInputStream(content), parsed);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
