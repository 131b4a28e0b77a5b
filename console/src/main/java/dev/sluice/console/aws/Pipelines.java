package dev.sluice.console.aws;

import dev.sluice.console.UserError;
import java.util.List;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;

/** Finds the deployed pipelines, each by a parameter under {@code /sluice/pipelines/}. */
public final class Pipelines {
  private static final String PATH = "/sluice/pipelines/";

  private final List<PipelineInfo> deployed;

  private Pipelines(List<PipelineInfo> deployed) {
    this.deployed = deployed;
  }

  public static Pipelines of(Target target) {
    try (SsmClient ssm = target.parameters()) {
      return new Pipelines(
          ssm.getParametersByPathPaginator(r -> r.path(PATH)).stream()
              .flatMap(page -> page.parameters().stream())
              .map(Parameter::value)
              .map(PipelineInfo::parse)
              .toList());
    }
  }

  /** The pipeline of that name; without a name, the only one. */
  public PipelineInfo named(String name) {
    List<String> names = deployed.stream().map(PipelineInfo::name).toList();
    if (name == null) {
      if (deployed.size() == 1) {
        return deployed.get(0);
      }
      throw UserError.usage("found the pipelines " + names + "; name one of them.");
    }
    return deployed.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                UserError.usage(
                    "found no pipeline '" + name + "', expected one of " + names + "."));
  }
}
