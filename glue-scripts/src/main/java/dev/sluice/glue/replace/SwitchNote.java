package dev.sluice.glue.replace;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What a folder is being switched to. It stands as {@value #NAME} in the folder from the moment at
 * which the new files are all written until the last old one is gone; as long as it stands, the new
 * files are the table, wherever each of them lies.
 *
 * @param staging folder of the new files, relative to the target
 * @param fresh paths of the new files, relative to the staging folder and later to the target
 * @param old paths of the files that they replace, relative to the target
 */
record SwitchNote(
    @JsonProperty("staging") String staging,
    @JsonProperty("new") List<String> fresh,
    @JsonProperty("old") List<String> old) {
  static final String NAME = "_switch.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  SwitchNote {
    fresh = List.copyOf(fresh);
    old = List.copyOf(old);
  }

  /**
   * The note in a folder. One that cannot be read was cut off while it was written, before any file
   * was moved, and is none: so file systems need not write a file as a whole.
   */
  static Optional<SwitchNote> find(FileSystem system, Path target) throws IOException {
    try (var in = system.open(new Path(target, NAME))) {
      return Optional.of(JSON.readValue(in.readAllBytes(), SwitchNote.class));
    } catch (FileNotFoundException | JacksonException none) {
      return Optional.empty();
    }
  }

  void write(FileSystem system, Path target) throws IOException {
    try (var out = system.create(new Path(target, NAME), true)) {
      out.write(JSON.writeValueAsBytes(this));
    }
  }

  static void delete(FileSystem system, Path target) throws IOException {
    system.delete(new Path(target, NAME), false);
  }

  /** Where a new file lies before it is moved. */
  Path staged(Path target, String file) {
    return new Path(new Path(target, staging), file);
  }
}
