package dev.sluice.pipeline;

import dev.sluice.config.ConfigurationException;
import dev.sluice.core.deployment.Deployment;
import dev.sluice.pipeline.model.Pipeline;
import dev.sluice.stack.demo.ShopStack;
import dev.sluice.stack.demo.StationsApiStack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The pipelines that the application deploys. */
public final class AllPipelines {
  private static final List<String> TAKEN =
      List.of(Deployment.DATASETS_PART, ShopStack.PART, StationsApiStack.PART);
  private static final Map<String, Function<Sources, Pipeline>> PAGES = new LinkedHashMap<>();

  // Whoever writes a pipeline adds its line here.
  static {
    PAGES.put(OrdersPipeline.NAME, OrdersPipeline::of);
    PAGES.put(StationsPipeline.NAME, StationsPipeline::of);
  }

  private AllPipelines() {}

  /** Their names, in the order of deployment. */
  public static List<String> names() {
    return List.copyOf(PAGES.keySet());
  }

  /**
   * All of them, over these sources.
   *
   * @throws ConfigurationException if a name is taken by another stack
   */
  public static List<Pipeline> over(Sources sources) {
    return PAGES.values().stream().map(page -> checked(page.apply(sources))).toList();
  }

  private static Pipeline checked(Pipeline pipeline) {
    if (!PAGES.containsKey(pipeline.name())) {
      throw new ConfigurationException(
          "AllPipelines knows no pipeline \"%s\", but %s. List it under its own name."
              .formatted(pipeline.name(), PAGES.keySet()));
    }
    if (TAKEN.contains(pipeline.name())) {
      throw new ConfigurationException(
          "no pipeline can be called \"%s\": a stack has that name. Choose another."
              .formatted(pipeline.name()));
    }
    return pipeline;
  }
}
