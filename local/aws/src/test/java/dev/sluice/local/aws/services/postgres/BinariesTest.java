package dev.sluice.local.aws.services.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
  @Test
  void shouldRemoveWhatAKilledProcessUnpackedInPart(@TempDir Path bin) throws IOException {
    Path complete = Files.createDirectories(bin.resolve("PG-1/lib"));
    Files.createFile(bin.resolve("PG-1/.exists"));
    Path torn = Files.createDirectories(bin.resolve("PG-2/lib"));
    Files.createSymbolicLink(torn.resolve("libicuuc.so"), Path.of("libicuuc.so.60"));

    Binaries.discardUnfinished(bin);

    assertThat(complete).exists();
    assertThat(bin.resolve("PG-2")).doesNotExist();
  }

  @Test
  void shouldLeaveAFirstStartAlone(@TempDir Path directory) throws IOException {
    Binaries.discardUnfinished(directory.resolve("bin"));

    assertThat(directory).isEmptyDirectory();
  }
}
