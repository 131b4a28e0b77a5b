package dev.sluice.core.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that were made to cost time or memory cost what any other file of their size costs. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class HostileFileTest {
  private static final DatasetContract CONTRACT =
      Contracts.parse(
          "t.yaml",
          """
          name: t
          cadence: daily
          limits: {field: 2MiB}
          columns:
            - {name: A, as: a, type: double, max: 5}
            - {name: B, as: b, type: string, nullable: true}
          """);

  @Test
  void shouldRefuseAHeaderOfManyEqualNames() throws IOException {
    assertThat(first("A,".repeat(100_000) + "A\n"))
        .isEqualTo(
            "line 1: found more columns, expected 1000 columns at most: the file may be no CSV of this dataset");
  }

  @Test
  void shouldRefuseAHeaderWithoutEndAndHoldLittleOfIt() throws IOException {
    assertThat(first("a,".repeat(5_000_000))).startsWith("line 1: found more columns");
  }

  @Test
  void shouldRefuseAHeaderOfLongNames() throws IOException {
    assertThat(first("n".repeat(70_000) + ",B\n1,2\n"))
        .isEqualTo(
            "line 1: found names of more bytes, expected 65536 bytes at most: the file may be no CSV of this dataset");
  }

  @Test
  void shouldRefuseANumberOfAMillionDigits() throws IOException {
    assertThat(first("A,B\n" + "1".repeat(1_000_000) + ",x\n"))
        .contains("expected a number such as 12.5 or 1.2e6, of 1100 characters at most");
  }

  @Test
  void shouldTakeAFieldOfTheLongestSizeAndRefuseOneByteMore() throws IOException {
    String longest = "\"".repeat(2 << 20);
    assertThat(report("A,B\n1,\"" + longest + longest + "\"\n").valid()).isTrue();
    assertThat(first("A,B\n1,\"" + longest + longest + "x\"\n"))
        .contains("found a field longer than 2097152 bytes");
    assertThat(first("A,B\n1," + "x".repeat((2 << 20) + 1) + "\n"))
        .contains("found a field longer than 2097152 bytes");
  }

  @Test
  void shouldCountTheFieldsOfAnEndlessRow() throws IOException {
    assertThat(first("A,B\n" + "1,".repeat(5_000_000) + "\n"))
        .isEqualTo("line 2: found 5000001 fields, expected 2 fields");
  }

  private static String first(String text) throws IOException {
    ValidationReport report = report(text);
    assertThat(report.valid()).isFalse();
    return report.violations().get(0).message();
  }

  private static ValidationReport report(String text) throws IOException {
    return Validator.validate(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), CONTRACT);
  }
}
