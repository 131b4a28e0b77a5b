package dev.sluice.lambda.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.core.audit.FileState;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransitionTest {
  @Test
  void shouldRefuseAChangeThatAFilesLifeDoesNotKnow() {
    FileVersion file = new FileVersion("sales", "landing", "sales/a.csv", "v1", 1, "0A", "");

    assertThatThrownBy(
            () ->
                new Transition(
                    file, FileState.NEW, FileState.INGESTED, "run-1", Instant.EPOCH, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a file that is NEW cannot become INGESTED");
  }
}
