package dev.sluice.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormatTest {
  private static final ColumnType DATE = ColumnType.of(ColumnType.Kind.DATE);
  private static final ColumnType TIMESTAMP = ColumnType.of(ColumnType.Kind.TIMESTAMP);

  @ParameterizedTest
  @ValueSource(strings = {"M/d/yyyy", "yyyy-MM-dd", "dd.MM.yyyy", "yyyyMMdd", "'on' yyyy-M-d"})
  void shouldTakePatternsOfDates(String pattern) {
    assertThat(DateFormat.parse(pattern, DATE)).isPresent();
    assertThat(DateFormat.parse(pattern, TIMESTAMP)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "M/d/yyyy H:mm", "yyyyMMddHH"})
  void shouldTakePatternsOfTimestamps(String pattern) {
    assertThat(DateFormat.parse(pattern, TIMESTAMP)).isPresent();
    assertThat(DateFormat.parse(pattern, DATE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yy-MM-dd",
        "yyyy-MMM-dd",
        "yyyy-MM",
        "uuuu-MM-dd",
        "yyyy-MM-dd yyyy",
        "'",
        "é"
      })
  void shouldRefuseWhatNeedsAGuess(String pattern) {
    assertThat(DateFormat.parse(pattern, DATE)).isEmpty();
    assertThat(DateFormat.parse(pattern, TIMESTAMP)).isEmpty();
  }
}
