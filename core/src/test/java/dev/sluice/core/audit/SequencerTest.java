package dev.sluice.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequencerTest {
  @ParameterizedTest
  @CsvSource({
    "0055AED6DCD90281E5, 0055AED6DCD90281E6",
    "0055AED6DCD90281E5, 0055AED6DD",
    "0055AED6DC, 0055AED6DCD90281E5",
    "00aa, 00AB",
    "9, A",
  })
  void shouldOrderByTimeAlsoWhenLengthsDiffer(String earlier, String later) {
    assertThat(new Sequencer(later).isAfter(new Sequencer(earlier))).isTrue();
    assertThat(new Sequencer(earlier).isAfter(new Sequencer(later))).isFalse();
  }

  @Test
  void shouldTakeCaseAndPaddingForTheSame() {
    assertThat(new Sequencer("00ab")).isEqualByComparingTo(new Sequencer("00AB00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "xyz", "00 1"})
  void shouldRefuseWhatIsNotHexadecimal(String value) {
    assertThatThrownBy(() -> new Sequencer(value)).hasMessageContaining("hexadecimal");
  }
}
