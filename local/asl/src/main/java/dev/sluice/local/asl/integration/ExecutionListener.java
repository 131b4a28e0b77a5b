package dev.sluice.local.asl.integration;

import com.fasterxml.jackson.databind.JsonNode;

/** Told of every status change of a top-level execution. Must not block. */
@FunctionalInterface
public interface ExecutionListener {
  /**
   * @param detail the detail of EventBridge's "Step Functions Execution Status Change", see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html">AWS</a>
   */
  void statusChanged(JsonNode detail);
}
