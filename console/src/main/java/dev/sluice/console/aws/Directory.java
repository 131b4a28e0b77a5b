package dev.sluice.console.aws;

import dev.sluice.console.error.UserError;
import dev.sluice.core.deployment.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;

/**
 * The pipelines and datasets of a deployment, by the parameters in which they tell of themselves.
 */
public final class Directory {
  private final Deployment deployment;
  private final Map<String, PipelineInfo> pipelines = new TreeMap<>();
  private DatasetsInfo datasets;

  private Directory(Deployment deployment, List<Parameter> parameters) {
    this.deployment = deployment;
    for (Parameter parameter : parameters) {
      if (deployment.pipelineOf(parameter.name()).isPresent()) {
        PipelineInfo pipeline = PipelineInfo.parse(parameter.value());
        pipelines.put(pipeline.name(), pipeline);
      } else if (parameter.name().equals(deployment.datasetsParameter())) {
        datasets = DatasetsInfo.parse(parameter.value());
      }
    }
  }

  /**
   * Reads the deployment.
   *
   * @throws UserError where nothing of it is there, naming the deployments that are
   */
  public static Directory of(Target target, Deployment deployment) {
    try (SsmClient ssm = target.parameters()) {
      return of(ssm, deployment);
    }
  }

  static Directory of(SsmClient ssm, Deployment deployment) {
    Directory found = new Directory(deployment, under(ssm, deployment.path()));
    if (found.pipelines.isEmpty() && found.datasets == null) {
      List<String> all = under(ssm, Deployment.ROOT).stream().map(Parameter::name).toList();
      throw nothingOf(deployment, Deployment.namesIn(all));
    }
    return found;
  }

  private static List<Parameter> under(SsmClient ssm, String path) {
    List<Parameter> found = new ArrayList<>();
    ssm.getParametersByPathPaginator(r -> r.path(path).recursive(true))
        .forEach(page -> found.addAll(page.parameters()));
    return found;
  }

  private static UserError nothingOf(Deployment deployment, Set<String> others) {
    return UserError.usage(
        "found no deployment '"
            + deployment.name()
            + "'. "
            + (others.isEmpty()
                ? "Nothing of Sluice is deployed there: deploy with ./sluice up, or ./sluice deploy"
                    + " for an account."
                : "There are: "
                    + String.join(", ", others)
                    + ". Choose one with -c name=… and, where its name ends with one, -c env=…."));
  }

  /** All pipelines, sorted by name. */
  public List<PipelineInfo> pipelines() {
    return List.copyOf(pipelines.values());
  }

  /** The pipeline of that name, where it is deployed. */
  public Optional<PipelineInfo> find(String name) {
    return Optional.ofNullable(pipelines.get(name));
  }

  /** The pipeline of that name alone; without a name, all. */
  public List<PipelineInfo> selected(String name) {
    if (name != null) {
      return List.of(named(name));
    }
    if (pipelines.isEmpty()) {
      throw UserError.usage(
          "found no pipeline in the deployment '"
              + deployment.name()
              + "'. Deploy one with ./sluice up, or ./sluice deploy for an account.");
    }
    return pipelines();
  }

  private PipelineInfo named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                UserError.usage(
                    "found no pipeline '"
                        + name
                        + "', expected one of "
                        + pipelines.keySet()
                        + "."));
  }

  /**
   * The datasets.
   *
   * @throws UserError where the deployment has none
   */
  public DatasetsInfo datasets() {
    if (datasets == null) {
      throw UserError.usage(
          "found no datasets in the deployment '"
              + deployment.name()
              + "', only the pipelines "
              + pipelines.keySet()
              + ", which read none.");
    }
    return datasets;
  }
}
