package dev.sluice.console.local;

import dev.sluice.core.deployment.Deployment;
import java.nio.file.Path;

/**
 * Where the repository, its state and its synthesized templates lie, and which deployment is meant.
 *
 * @param root the repository: SLUICE_HOME, or the current directory
 * @param state what runs leave: SLUICE_STATE, or {@code .sluice} in the repository
 * @param assembly the templates: SLUICE_ASSEMBLY, or {@code cdk.out} in the repository
 * @param deployment of SLUICE_DEPLOYMENT, or the one without a name of its own
 */
public record Home(Path root, Path state, Path assembly, Deployment deployment) {

  public static Home ofEnvironment() {
    Path root = path("SLUICE_HOME", Path.of(""));
    return new Home(
        root,
        path("SLUICE_STATE", root.resolve(".sluice")),
        path("SLUICE_ASSEMBLY", root.resolve("cdk.out")),
        new Deployment(text(Deployment.VARIABLE, Deployment.DEFAULT)));
  }

  private static Path path(String variable, Path otherwise) {
    return Path.of(text(variable, otherwise.toString())).toAbsolutePath();
  }

  private static String text(String variable, String otherwise) {
    String value = System.getenv(variable);
    return value == null || value.isBlank() ? otherwise : value;
  }

  /** The embedded AWS's own state. */
  public Path awsState() {
    return state().resolve("aws");
  }

  public Path samples() {
    return state().resolve("samples");
  }
}
