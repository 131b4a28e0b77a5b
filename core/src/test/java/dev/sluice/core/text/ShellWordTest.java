package dev.sluice.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "raw/sales/a-1%5F.csv.jsonl, raw/sales/a-1%5F.csv.jsonl",
        "a b, 'a b'",
        "$(rm), '$(rm)'",
        "O'Neil, 'O'\\''Neil'",
        "日本, '日本'",
        "\"\", ''",
      })
  void shouldQuoteWhatAShellWouldTakeForMore(String text, String word) {
    assertThat(ShellWord.of(text)).isEqualTo(word);
  }
}
