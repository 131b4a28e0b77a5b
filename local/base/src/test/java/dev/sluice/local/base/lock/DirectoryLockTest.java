package dev.sluice.local.base.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
  @TempDir Path directory;

  @Test
  void shouldNameTheHolderToWhoeverComesSecond() {
    Path state = directory.resolve("state");
    try (DirectoryLock first = DirectoryLock.take(state)) {
      DirectoryInUse refused =
          catchThrowableOfType(DirectoryInUse.class, () -> DirectoryLock.take(state));

      String pid = Long.toString(ProcessHandle.current().pid());
      assertThat(refused.holder()).isEqualTo(pid);
      assertThat(refused).hasMessageContaining("kill " + pid);
      assertThat(first).isNotNull();
    }
  }

  @Test
  void shouldBeFreeAgainOnceClosed() {
    DirectoryLock.take(directory).close();

    try (DirectoryLock second = DirectoryLock.take(directory)) {
      assertThat(second).isNotNull();
    }
  }
}
