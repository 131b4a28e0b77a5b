package dev.sluice.console.command;

import dev.sluice.console.UserError;
import dev.sluice.console.aws.PipelineInfo;

/** Checks a dataset's name before anything is asked about it. */
final class Datasets {
  /** Under this name the audit table keeps objects that lie under no dataset's prefix. */
  static final String UNASSIGNED = "unknown";

  private Datasets() {}

  static void requireKnown(PipelineInfo pipeline, String dataset) {
    if (!pipeline.datasets().containsKey(dataset)) {
      throw UserError.usage(
          "found dataset '" + dataset + "', expected one of " + pipeline.datasets().keySet() + ".");
    }
  }

  static void requireKnownOrUnassigned(PipelineInfo pipeline, String dataset) {
    if (!dataset.equals(UNASSIGNED)) {
      requireKnown(pipeline, dataset);
    }
  }
}
