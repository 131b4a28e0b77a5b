package dev.sluice.config;

/** A jar with the classes of functions. */
public enum FunctionJar {
  /** What pipelines are made of. */
  PRODUCTION("lambda/target/sluice-lambda.jar"),
  /** What fills and plays the demonstrations. */
  DEMO("demo/target/sluice-demo.jar");

  private final String path;

  FunctionJar(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }
}
