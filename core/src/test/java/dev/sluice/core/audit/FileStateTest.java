package dev.sluice.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileStateTest {
  private static final Map<FileState, Set<FileState>> NEXT =
      Map.of(
          FileState.NEW, Set.of(FileState.VALID, FileState.INVALID),
          FileState.VALID, Set.of(FileState.INGESTED, FileState.INVALID),
          FileState.INVALID, Set.of(),
          FileState.INGESTED, Set.of(FileState.INVALID));

  @ParameterizedTest
  @EnumSource
  void shouldBecomeWhatTheTableOfTransitionsSaysAndNothingElse(FileState from) {
    for (FileState to : FileState.values()) {
      assertThat(from.mayBecome(to))
          .as("%s to %s", from, to)
          .isEqualTo(NEXT.get(from).contains(to));
    }
  }
}
