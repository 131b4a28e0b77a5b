package dev.sluice.glue.input;

import dev.sluice.core.text.ShellWord;
import org.apache.hadoop.fs.Path;

/** The way out where a file of a dataset stops a step. */
final class Quarantine {
  private Quarantine() {}

  /**
   * A file that cannot be read, and the command that takes it out of the way.
   *
   * @param path of the file, without the bucket
   */
  static String advice(String lake, String dataset, String path, String reason) {
    String folder = new Path(lake + "/").toUri().getPath();
    String key = path.substring(folder.length()).replaceFirst("^/", "");
    return "%s cannot be read (%s); take it out of the way and redrive: ./sluice quarantine %s %s"
        .formatted(key, reason, dataset, ShellWord.of(key));
  }
}
