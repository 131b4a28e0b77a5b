package dev.sluice.glue.replace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.glue.failure.JobFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchTest {
  private static final List<String> OLD = List.of("old a", "old b");
  private static final List<String> NEW = List.of("new a", "new b", "new c");

  private final Configuration configuration = new Configuration();
  @TempDir java.nio.file.Path directory;
  private FileSystem files;
  private Path target;

  @BeforeEach
  void givenATable() throws IOException {
    files = FileSystem.getLocal(configuration);
    target = new Path("file:" + directory.resolve("table"));
    files.setWriteChecksum(false);
    files.delete(target, true);
    replace(files, OLD);
  }

  @Test
  void shouldReplaceOldByNewAndLeaveNothingElse() throws IOException {
    replace(files, NEW);

    assertThat(plainRows()).isEqualTo(NEW);
    assertNoLeftovers();
  }

  @Test
  void shouldKeepTheOldWhereTheWriteFails() throws IOException {
    try (Switch unfinished = new Switch(files, target)) {
      write(unfinished, "half");

      assertThat(plainRows()).isEqualTo(OLD);
      assertThat(rowsOfTheView()).isEqualTo(OLD);
    }

    assertThat(plainRows()).isEqualTo(OLD);
    assertNoLeftovers();
  }

  @Test
  void shouldReplaceByNoFileAtAll() throws IOException {
    replace(files, List.of());

    assertThat(plainRows()).isEmpty();
    assertNoLeftovers();
  }

  @Test
  void shouldShowTheOldOrTheNewWhereverTheWriterDies() throws IOException {
    int died = 0;
    boolean dead = true;
    for (int changes = 0; dead; changes++) {
      givenATable();
      MortalFiles mortal = new MortalFiles(files, changes);
      try {
        replace(mortal, NEW);
      } catch (IOException | JobFailure killed) {
        died++;
      }
      dead = mortal.isDead();
      String when = "after " + changes + " changes";
      List<String> seen = rowsOfTheView();
      assertThat(seen).as(when).isIn(OLD, NEW);
      List<String> plain = plainRows();
      assertThat(plain.containsAll(OLD) || plain.containsAll(NEW))
          .as(when + ", seen without the note, rows may be there twice, but none missing: " + plain)
          .isTrue();

      new Switch(files, target).close();

      assertThat(plainRows()).as(when + ", and the next writer").isEqualTo(seen);
      assertNoLeftovers();
      replace(files, List.of("newest"));
      assertThat(plainRows()).as(when + ", and a rerun").containsExactly("newest");
      assertNoLeftovers();
    }
    assertThat(died).isGreaterThan(8);
  }

  @Test
  void shouldCompleteASwitchWhereverItsCompletionDiesToo() throws IOException {
    boolean dead = true;
    for (int changes = 0; dead; changes++) {
      givenATable();
      givenASwitchCutOffInItsMoves();
      MortalFiles mortal = new MortalFiles(files, changes);
      try {
        new Switch(mortal, target);
      } catch (IOException killed) {
        assertThat(rowsOfTheView()).as("after " + changes + " changes").isEqualTo(NEW);
      }
      dead = mortal.isDead();

      new Switch(files, target).close();

      assertThat(plainRows()).as("after " + changes + " changes").isEqualTo(NEW);
      assertNoLeftovers();
    }
  }

  private void givenASwitchCutOffInItsMoves() throws IOException {
    // Two deletes that find nothing, the note, one file.
    assertThatThrownBy(() -> replace(new MortalFiles(files, 4), NEW))
        .isInstanceOf(JobFailure.class);
    assertThat(plainRows()).containsAll(OLD).hasSize(OLD.size() + 1);
  }

  @Test
  void shouldTakeANoteThatWasCutOffForNone() throws IOException {
    text(new Path(target, SwitchNote.NAME), "{\"staging\": \"_switch/x\", \"new");

    assertThat(rowsOfTheView()).isEqualTo(OLD);
    new Switch(files, target).close();

    assertThat(plainRows()).isEqualTo(OLD);
    assertNoLeftovers();
  }

  @Test
  void shouldTellAReaderThatANewFileIsGone() throws IOException {
    new SwitchNote("_switch/x", List.of("part-0"), List.of()).write(files, target);

    assertThatThrownBy(this::rowsOfTheView)
        .isInstanceOf(JobFailure.class)
        .hasMessageEndingWith(
            "is being replaced, but its new file part-0 is gone; run the step that writes it again");
  }

  @Test
  void shouldReplaceATableWhoseNewFilesSomebodyDeleted() throws IOException {
    new SwitchNote("_switch/x", List.of("part-0"), List.of()).write(files, target);

    replace(files, NEW);

    assertThat(plainRows()).isEqualTo(NEW);
    assertNoLeftovers();
  }

  @Test
  void shouldNotSwitchToWhatALaterWriterHasCleared() throws IOException {
    try (Switch early = new Switch(files, target)) {
      write(early, "early");
      replace(files, NEW);

      assertThatThrownBy(early::finish)
          .isInstanceOf(JobFailure.class)
          .hasMessageContaining("another job has written there meanwhile");
    }

    assertThat(plainRows()).isEqualTo(NEW);
  }

  private void replace(FileSystem system, List<String> rows) throws IOException {
    try (Switch table = new Switch(system, target)) {
      write(table, rows.toArray(String[]::new));
      table.finish();
    }
  }

  /** Spark's names are unique to a write. */
  private void write(Switch table, String... rows) throws IOException {
    files.mkdirs(new Path(table.staging()));
    for (int i = 0; i < rows.length; i++) {
      text(new Path(table.staging(), "part-" + i + "-" + rows[i].replace(' ', '-')), rows[i]);
    }
    text(new Path(table.staging(), "_SUCCESS"), "");
  }

  private void text(Path path, String text) throws IOException {
    try (var out = files.create(path, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private List<String> plainRows() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String file : VisibleFiles.of(files, target)) {
      rows.add(row(new Path(target, file)));
    }
    return rows.stream().sorted().toList();
  }

  private List<String> rowsOfTheView() throws IOException {
    var switched = TableFiles.switched(configuration, target.toString());
    if (switched.isEmpty()) {
      return plainRows();
    }
    List<String> rows = new ArrayList<>();
    for (String file : switched.get()) {
      rows.add(row(new Path(file)));
    }
    return rows.stream().sorted().toList();
  }

  private String row(Path file) throws IOException {
    try (var in = files.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void assertNoLeftovers() throws IOException {
    assertThat(files.exists(new Path(target, SwitchNote.NAME))).isFalse();
    assertThat(files.exists(new Path(target, Switch.FOLDER))).isFalse();
  }
}
