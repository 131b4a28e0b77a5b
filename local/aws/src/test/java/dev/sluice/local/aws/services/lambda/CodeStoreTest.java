package dev.sluice.local.aws.services.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeStoreTest {
  @TempDir Path directory;

  @Test
  void shouldUseAJarAsItIs() throws IOException {
    Path jar = archive("asset.1.jar", "dev/A.class");

    assertThat(store().load(jar).classPath()).containsExactly(jar);
    assertThat(directory.resolve("cache")).doesNotExist();
  }

  @Test
  void shouldUnpackAZipWithItsLibrariesOnce() throws IOException {
    Path zip = archive("asset.2.zip", "dev/A.class", "lib/b.jar", "lib/a.jar");

    CodeStore.Code code = store().load(zip);

    assertThat(code.root().resolve("dev/A.class")).hasContent("dev/A.class");
    assertThat(code.classPath())
        .containsExactly(
            code.root(), code.root().resolve("lib/a.jar"), code.root().resolve("lib/b.jar"));
    Files.writeString(code.root().resolve("dev/A.class"), "kept");
    assertThat(store().load(zip).root().resolve("dev/A.class")).hasContent("kept");
  }

  @Test
  void shouldUnpackAJarThatHoldsLibraries() throws IOException {
    Path jar = archive("asset.3.jar", "dev/A.class", "lib/a.jar");

    assertThat(store().load(jar).classPath()).hasSize(2);
  }

  @Test
  void shouldRefuseAnEntryThatPointsOutside() throws IOException {
    Path zip = archive("asset.4.zip", "dev/A.class", "../../evil.txt");

    assertThatThrownBy(() -> store().load(zip))
        .isInstanceOf(IOException.class)
        .hasMessage("asset.4.zip has the entry '../../evil.txt', which lies outside");
    assertThat(directory.resolve("evil.txt")).doesNotExist();
    assertThat(directory.resolve("cache")).isEmptyDirectory();
  }

  private CodeStore store() {
    return new CodeStore(directory.resolve("cache"));
  }

  private Path archive(String name, String... entries) throws IOException {
    Path file = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(entry.getBytes());
      }
    }
    return file;
  }
}
