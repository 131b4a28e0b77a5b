package dev.sluice.console;

import java.nio.file.Path;

/**
 * Where the repository, its state and its synthesized templates lie.
 *
 * @param root the repository: SLUICE_HOME, or the current directory
 * @param state what runs leave: SLUICE_STATE, or {@code .sluice} in the repository
 * @param assembly the templates: SLUICE_ASSEMBLY, or {@code cdk.out} in the repository
 */
public record Home(Path root, Path state, Path assembly) {

  public static Home ofEnvironment() {
    Path root = path("SLUICE_HOME", Path.of(""));
    return new Home(
        root,
        path("SLUICE_STATE", root.resolve(".sluice")),
        path("SLUICE_ASSEMBLY", root.resolve("cdk.out")));
  }

  private static Path path(String variable, Path otherwise) {
    String value = System.getenv(variable);
    return (value == null || value.isBlank() ? otherwise : Path.of(value)).toAbsolutePath();
  }

  /** The embedded AWS's own state. */
  public Path awsState() {
    return state().resolve("aws");
  }

  public Path samples() {
    return state().resolve("samples");
  }
}
