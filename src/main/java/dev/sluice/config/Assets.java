package dev.sluice.config;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of the repository and its build that are deployed with the stacks.
 *
 * @param home the repository's root
 */
public record Assets(Path home) {
  private static final String BUILT = "Build it with ./sluice build or mvn package.";
  private static final String SHIPPED =
      "It is part of the repository: restore it, or correct SLUICE_HOME.";

  /** The home named by the environment, else the current directory. */
  public static Assets fromEnvironment() {
    String home = System.getenv("SLUICE_HOME");
    return new Assets(Path.of(home == null || home.isBlank() ? "." : home));
  }

  /** Handlers of functions. */
  public String functions(FunctionJar jar) {
    return existing(jar.path(), BUILT);
  }

  /** The Spark jobs. */
  public String glueJar() {
    return existing("glue-scripts/target/sluice-glue.jar", BUILT);
  }

  /** The script that Glue compiles. */
  public String glueScript() {
    return existing("glue-scripts/src/main/scala/GlueApp.scala", SHIPPED);
  }

  /** An analyst's statements. */
  public String sql(String step) {
    return existing(
        "glue-scripts/sql/" + step + ".sql", "A step sql(\"" + step + "\") needs it: write it.");
  }

  /** The tables to export. */
  public String tablesFile(String name) {
    return existing("datasets/" + name, SHIPPED);
  }

  /** The contracts. */
  public Path datasets() {
    return Path.of(existing("datasets", SHIPPED));
  }

  private String existing(String path, String remedy) {
    Path file = home.resolve(path);
    if (!Files.exists(file)) {
      throw new ConfigurationException(
          "missing " + path + " (looked in " + home.toAbsolutePath().normalize() + "). " + remedy);
    }
    return file.toString();
  }
}
