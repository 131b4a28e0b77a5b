package dev.sluice.console;

import java.nio.file.Path;

/** Where the repository and its state lie. */
public record Home(Path root) {

  /** The repository named by SLUICE_HOME, or the current directory. */
  public static Home ofEnvironment() {
    String home = System.getenv("SLUICE_HOME");
    return new Home(Path.of(home == null || home.isBlank() ? "" : home).toAbsolutePath());
  }

  public Path state() {
    return root.resolve(".sluice");
  }

  /** The embedded AWS's own state. */
  public Path awsState() {
    return state().resolve("aws");
  }

  public Path assembly() {
    return root.resolve("cdk.out");
  }

  public Path samples() {
    return state().resolve("samples");
  }
}
