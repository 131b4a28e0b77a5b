package dev.sluice.glue.replace;

import dev.sluice.glue.failure.JobFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files that are a table while its folder holds old and new ones. */
public final class TableFiles {
  private TableFiles() {}

  /**
   * The new files of a switch that is going on or was cut off, each where it lies now; empty where
   * the folder is the table. A file that a writer moves or deletes after this fails the read.
   *
   * @throws JobFailure where a new file is gone
   */
  public static Optional<List<String>> switched(Configuration configuration, String location) {
    Path target = new Path(location);
    try {
      FileSystem system = target.getFileSystem(configuration);
      Optional<SwitchNote> note = SwitchNote.find(system, target);
      return note.isEmpty() ? Optional.empty() : Optional.of(files(system, target, note.get()));
    } catch (IOException | UncheckedIOException refused) {
      throw new JobFailure("cannot read %s: %s".formatted(location, refused.getMessage()), refused);
    }
  }

  private static List<String> files(FileSystem system, Path target, SwitchNote note) {
    List<String> files = new ArrayList<>();
    for (String file : note.fresh()) {
      Path moved = new Path(target, file);
      Path staged = note.staged(target, file);
      // A file is moved by a copy, then a delete: seen in neither place, it was moved in between.
      Path here =
          Stream.of(moved, staged, moved)
              .filter(path -> exists(system, path))
              .findFirst()
              .orElseThrow(
                  () ->
                      new JobFailure(
                          "%s is being replaced, but its new file %s is gone; run the step that writes it again"
                              .formatted(target, file)));
      files.add(here.toString());
    }
    return files;
  }

  private static boolean exists(FileSystem system, Path path) {
    try {
      return system.exists(path);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
