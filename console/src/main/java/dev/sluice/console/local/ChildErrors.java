package dev.sluice.console.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a child process appends to the file that its standard error goes to.
 *
 * @param from the file's length before the child started
 */
record ChildErrors(Path file, long from) {

  static ChildErrors from(Path file) {
    try {
      return new ChildErrors(file, Files.exists(file) ? Files.size(file) : 0);
    } catch (IOException e) {
      return new ChildErrors(file, 0);
    }
  }

  /** The last line that is not empty. */
  Optional<String> lastLine() {
    try {
      byte[] all = Files.readAllBytes(file);
      int begin = (int) Math.min(from, all.length);
      return new String(all, begin, all.length - begin, StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .reduce((first, second) -> second);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
