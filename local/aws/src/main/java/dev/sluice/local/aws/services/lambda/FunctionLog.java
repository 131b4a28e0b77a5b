package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.base.file.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** A function's log file, with the lines that Lambda adds to what the function prints. */
final class FunctionLog {
  private final Path file;

  FunctionLog(Path file) {
    this.file = file;
    try {
      OwnerOnly.touch(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the function's log " + file, e);
    }
  }

  Path file() {
    return file;
  }

  void start(String requestId) {
    append("START RequestId: " + requestId + " Version: $LATEST\n");
  }

  /**
   * END and REPORT.
   *
   * @param initMillis duration of the init phase, or negative where the environment was warm
   * @param trouble null or what Lambda adds on failures of the runtime
   */
  void end(String requestId, double millis, int memoryMb, double initMillis, String trouble) {
    StringBuilder lines = new StringBuilder();
    lines.append("END RequestId: ").append(requestId).append('\n');
    lines.append(
        String.format(
            Locale.ROOT,
            "REPORT RequestId: %s\tDuration: %.2f ms\tBilled Duration: %d ms\tMemory Size: %d MB",
            requestId,
            millis,
            (long) Math.ceil(millis),
            memoryMb));
    if (initMillis >= 0) {
      lines.append(String.format(Locale.ROOT, "\tInit Duration: %.2f ms", initMillis));
    }
    lines.append('\n');
    if (trouble != null) {
      lines.append(trouble).append('\n');
    }
    append(lines.toString());
  }

  void note(String line) {
    append(line + "\n");
  }

  private void append(String text) {
    try {
      // One write in append mode, as the functions' own lines: neither splits the other.
      Files.write(
          file,
          text.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the function's log " + file, e);
    }
  }
}
