package dev.sluice.config;

/**
 * One deployment of the application among others in an account: every name derives from its own.
 *
 * @param name {@code sluice}, or {@code acme-dev} for the name acme and the environment dev
 */
public record Deployment(String name) {
  /** The stack that owns what happens when data arrives. */
  public static final String DATASETS = "datasets";

  /** Joins the settings {@code name} and {@code env}, of which the latter may be empty. */
  public static Deployment of(String name, String environment) {
    return new Deployment(environment.isEmpty() ? name : name + "-" + environment);
  }

  /** The name of something in it: {@code sluice-orders} is the stack of the pipeline orders. */
  public String named(String part) {
    return name + "-" + part;
  }

  /** The parameter under which consoles find a pipeline. */
  public String pipelineParameter(String pipeline) {
    return "/sluice/" + name + "/pipelines/" + pipeline;
  }

  /** The parameter under which consoles find the datasets. */
  public String datasetsParameter() {
    return "/sluice/" + name + "/" + DATASETS;
  }
}
