package dev.sluice.console.aws;

import dev.sluice.core.plan.StepOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deployed pipelines for tests. */
public final class SomePipelines {
  public static final Stores STORES = new Stores("landing", "failed", "lake", "work", "audit");

  private SomePipelines() {}

  /** A pipeline whose steps follow nothing; its machine is {@code sluice-<name>}. */
  public static PipelineInfo of(String name, String... steps) {
    Map<String, List<String>> after = new LinkedHashMap<>();
    for (String step : steps) {
      after.put(step, List.of());
    }
    return new PipelineInfo(
        name,
        "arn:aws:states:eu-west-1:123456789012:stateMachine:sluice-" + name,
        STORES,
        new StepOrder(after),
        Map.of());
  }
}
