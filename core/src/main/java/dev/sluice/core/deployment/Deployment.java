package dev.sluice.core.deployment;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A deployment: several may stand side by side in an account. Each tells of itself in parameters of
 * Systems Manager, whose fields are {@link DirectoryField}s.
 *
 * @param name {@code <name>} or {@code <name>-<env>}, as {@code acme-dev}
 */
public record Deployment(String name) {
  /** The name where none is configured. */
  public static final String DEFAULT = "sluice";

  /** Environment variable of the command line. */
  public static final String VARIABLE = "SLUICE_DEPLOYMENT";

  /** All deployments' parameters. */
  public static final String ROOT = "/sluice/";

  /** The part that owns what happens when data arrives. */
  public static final String DATASETS_PART = "datasets";

  private static final String PIPELINES = "/pipelines/";
  private static final String DATASETS = "/" + DATASETS_PART;

  /** The deployment of a name and an environment, which may be empty. */
  public static Deployment of(String name, String environment) {
    return new Deployment(environment.isEmpty() ? name : name + "-" + environment);
  }

  /** All parameters of the deployment. */
  public String path() {
    return ROOT + name;
  }

  /** The parameter that tells of a pipeline. */
  public String pipelineParameter(String pipeline) {
    return path() + PIPELINES + pipeline;
  }

  /** The parameter that tells of the datasets. */
  public String datasetsParameter() {
    return path() + DATASETS;
  }

  /** The name of something in it, such as the stack of a pipeline. */
  public String named(String part) {
    return name + "-" + part;
  }

  /** The pipeline of which a parameter tells; empty for another parameter. */
  public Optional<String> pipelineOf(String parameter) {
    String start = pipelineParameter("");
    return parameter.startsWith(start)
        ? Optional.of(parameter.substring(start.length()))
        : Optional.empty();
  }

  /** The names of the deployments to which parameters belong, sorted. */
  public static Set<String> namesIn(Collection<String> parameters) {
    Set<String> names = new TreeSet<>();
    for (String parameter : parameters) {
      String[] parts = parameter.split("/");
      boolean tells =
          parameter.startsWith(ROOT)
              && (parts.length == 5 && PIPELINES.equals("/" + parts[3] + "/")
                  || parts.length == 4 && DATASETS.equals("/" + parts[3]));
      if (tells) {
        names.add(parts[2]);
      }
    }
    return names;
  }
}
