package dev.sluice.local.base.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.base.journal.Journal;
import dev.sluice.local.base.lock.DirectoryLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class OwnerOnlyTest {
  @TempDir Path temp;

  private Map<String, String> permissions(Path root) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.toList()) {
        String text = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        found.put(temp.relativize(path).toString(), text);
      }
    }
    return found;
  }

  private void open(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void shouldKeepWhatIsWrittenToTheOwner() throws Exception {
    Path state = temp.resolve("state");
    DirectoryLock.take(state).close();
    DurableFile.write(state.resolve("a/durable"), "x");
    Journal.open(state.resolve("a/journal")).close();
    OwnerOnly.touch(state.resolve("log"));

    assertThat(permissions(state))
        .isEqualTo(
            Map.of(
                "state", "rwx------",
                "state/a", "rwx------",
                "state/a/durable", "rw-------",
                "state/a/journal", "rw-------",
                "state/lock", "rw-------",
                "state/log", "rw-------",
                "state/pid", "rw-------"));
  }

  @Test
  void shouldKeepWhatAChildWritesToTheOwner() throws Exception {
    List<String> command = List.of("/bin/sh", "-c", "mkdir \"$1\"; touch \"$1/f\"", "sh", "a b");
    Process child = new ProcessBuilder(OwnerOnly.command(command)).directory(temp.toFile()).start();

    assertThat(child.waitFor()).isZero();
    assertThat(permissions(temp.resolve("a b")))
        .isEqualTo(Map.of("a b", "rwx------", "a b/f", "rw-------"));
  }

  @Test
  void shouldTakeAnOpenTreeFromOthersAndLeaveTheOwnersPermissions() throws Exception {
    Path state = Files.createDirectories(temp.resolve("state"));
    Path outside = Files.createFile(temp.resolve("outside"));
    open(outside, "rw-r--r--");
    open(state, "rwxr-xr-x");
    open(Files.createDirectory(state.resolve("bin")), "rwxrwxrwx");
    open(Files.createFile(state.resolve("bin/run")), "r-xr-xr-x");
    Files.createSymbolicLink(state.resolve("link"), outside);

    OwnerOnly.protectTree(state);

    assertThat(permissions(temp))
        .containsEntry("state", "rwx------")
        .containsEntry("state/bin", "rwx------")
        .containsEntry("state/bin/run", "r-x------")
        .containsEntry("outside", "rw-r--r--");
  }
}
