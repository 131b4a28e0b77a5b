package dev.sluice.core.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeaderTest {
  private static final DatasetContract CONTRACT =
      Contracts.parse(
          "t.yaml",
          """
          name: t
          cadence: daily
          columns:
            - {name: A, as: a, type: integer}
            - {name: "B ", as: b, type: integer}
            - {name: C, as: c, type: integer}
          """);

  @Test
  void shouldNameAMissingColumnAndStillCheckTheOthers() throws IOException {
    assertThat(messages("A,C\n1,x\n"))
        .containsExactly(
            "line 1: found no column 'B ', expected it in the header",
            "line 2, column 2 (C): found 'x', expected a whole number that fits integer");
  }

  @Test
  void shouldTellSpacesAndCaseApart() throws IOException {
    assertThat(messages("a,B,C\n1,2,3\n"))
        .containsExactly(
            "line 1, column 1 (a): found 'a', expected 'A', which differs in spaces or case",
            "line 1, column 2 (B): found 'B', expected 'B ', which differs in spaces or case");
  }

  @Test
  void shouldNameAnUnknownColumn() throws IOException {
    assertThat(messages("A,B ,C,D\n1,2,3,4\n"))
        .containsExactly("line 1, column 4 (D): found 'D', expected no more than 3 columns");
    assertThat(messages("A,X,B ,C\n1,,2,3\n"))
        .containsExactly("line 1, column 2 (X): found 'X', expected no such column");
  }

  @Test
  void shouldNameADoubledColumn() throws IOException {
    assertThat(messages("A,B ,C,A\n1,2,3,4\n"))
        .containsExactly(
            "line 1, column 4 (A): found 'A' a second time, expected each column once");
  }

  @Test
  void shouldNameColumnsInAnotherOrder() throws IOException {
    assertThat(messages("B ,A,C\n1,2,3\n"))
        .containsExactly(
            "line 1, column 1 (B ): found 'B ', expected 'A' here: the columns are in another order",
            "line 1, column 2 (A): found 'A', expected 'B ' here: the columns are in another order");
  }

  @Test
  void shouldStopWhereNothingOfTheDatasetIsInTheFile() throws IOException {
    ValidationReport report = validate("{\"json\": true}\n{\"json\": true}\n");

    assertThat(report.rows()).isZero();
    assertThat(report.counts()).containsKey(ViolationKind.HEADER);
  }

  private static java.util.List<String> messages(String text) throws IOException {
    return validate(text).violations().stream().map(Violation::message).toList();
  }

  private static ValidationReport validate(String text) throws IOException {
    return Validator.validate(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), CONTRACT);
  }
}
