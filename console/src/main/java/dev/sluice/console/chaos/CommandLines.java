package dev.sluice.console.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Command lines in full; the JDK's own account of them ends behind the first page. */
final class CommandLines {
  private CommandLines() {}

  /** Empty where the process has ended. */
  static String of(ProcessHandle process) {
    try {
      if (Files.isDirectory(Path.of("/proc/self"))) {
        return Files.readString(
                Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1)
            .replace('\0', ' ');
      }
      Process ps =
          new ProcessBuilder("ps", "-ww", "-o", "command=", "-p", Long.toString(process.pid()))
              .start();
      return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException ended) {
      return "";
    }
  }
}
