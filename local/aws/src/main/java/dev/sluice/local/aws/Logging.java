package dev.sluice.local.aws;

import dev.sluice.local.base.file.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Sends all logs to one file, so that standard output stays readable. */
final class Logging {
  private Logging() {}

  /** To be called before anything logs. */
  static void toFile(Path file) {
    try {
      OwnerOnly.directories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + file.getParent(), e);
    }
    System.setProperty("sluice.log", file.toAbsolutePath().toString());
    // Spring would replace the configuration by its own, to the console.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    // Tomcat and others log through the JDK.
    java.util.logging.LogManager.getLogManager().reset();
    java.util.logging.Logger.getLogger("").addHandler(new JdkLogs());
  }
}
