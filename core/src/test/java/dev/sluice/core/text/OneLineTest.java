package dev.sluice.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
  @Test
  void shouldLeaveTextAsItIs() {
    String text = "sales/März 日本 \"a\" \\ 100%25 😀.csv";

    assertThat(OneLine.of(text)).isEqualTo(text);
  }

  @Test
  void shouldShowWhatWouldBreakALine() {
    assertThat(OneLine.of("a\nb\r\tc\u0085d\u2028e\u2029f"))
        .isEqualTo("a\\nb\\r\\tc\\u0085d\\u2028e\\u2029f");
  }

  @Test
  void shouldShowWhatWouldMoveTheCursorOrTurnTheText() {
    assertThat(OneLine.of("a\u001b[2Jb\u007fc\u0000d\u202egpj.exe\udb40\udc41"))
        .isEqualTo("a\\u001B[2Jb\\u007Fc\\u0000d\\u202Egpj.exe\\u{E0041}");
  }

  @Test
  void shouldShowHalfOfASurrogatePair() {
    assertThat(OneLine.of("a\ud83d")).isEqualTo("a\\uD83D");
  }
}
