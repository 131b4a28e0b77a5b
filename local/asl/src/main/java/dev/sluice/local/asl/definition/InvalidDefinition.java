package dev.sluice.local.asl.definition;

import java.util.List;
import java.util.stream.Collectors;

/** A document that was refused, with everything that is wrong with it. */
public final class InvalidDefinition extends RuntimeException {
  // Held for callers in this process; never serialized.
  private final transient List<Finding> findings;

  InvalidDefinition(List<Finding> findings) {
    super(
        findings.stream()
            .map(Finding::toString)
            .collect(Collectors.joining(", ", "Invalid State Machine Definition: '", "'")));
    this.findings = findings;
  }

  public List<Finding> findings() {
    return findings;
  }
}
