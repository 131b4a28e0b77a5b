package dev.sluice.local.base.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
  @TempDir Path directory;

  @Test
  void shouldReplaceTheContentAndLeaveNothingBeside() throws IOException {
    Path file = directory.resolve("made/on/the/way");

    DurableFile.write(file, "a longer content");
    DurableFile.write(file, "é");

    assertThat(file).hasContent("é");
    try (Stream<Path> beside = Files.list(file.getParent())) {
      assertThat(beside).containsExactly(file);
    }
  }

  @Test
  void shouldWriteOverWhatAKilledProcessLeft() throws IOException {
    Path file = directory.resolve("file");
    Files.writeString(DurableFile.part(file), "much more than what follows");

    DurableFile.write(file, "new");

    assertThat(file).hasContent("new");
  }

  @Test
  void shouldKeepTheContentWhereWritingFails() throws IOException {
    Path file = directory.resolve("file");
    DurableFile.write(file, "old");
    Files.createDirectory(DurableFile.part(file));

    assertThatThrownBy(() -> DurableFile.write(file, "new"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot write " + file);

    assertThat(file).hasContent("old");
  }

  @Test
  void shouldPublishADirectoryButNotOverOneThatHasContent() throws IOException {
    Path made = Files.createDirectories(directory.resolve("made"));
    Files.writeString(made.resolve("inside"), "x");
    Path name = directory.resolve("name");

    assertThat(DurableFile.publish(made, name)).isEqualTo(name);
    assertThat(name.resolve("inside")).hasContent("x");

    Path second = Files.createDirectories(directory.resolve("second"));
    assertThatThrownBy(() -> DurableFile.publish(second, name))
        .isInstanceOfAny(DirectoryNotEmptyException.class, FileSystemException.class);
    assertThat(name.resolve("inside")).hasContent("x");
  }

  @Test
  void shouldDeleteTreesThatAreThereOrNot() throws IOException {
    Path tree = directory.resolve("tree");
    DurableFile.write(tree.resolve("a/b/c"), "x");

    Trees.delete(tree);
    Trees.delete(tree);

    assertThat(tree).doesNotExist();
  }
}
