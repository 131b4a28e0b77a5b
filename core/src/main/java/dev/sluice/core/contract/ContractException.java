package dev.sluice.core.contract;

import java.util.List;
import java.util.stream.Collectors;

/** One or more contracts are wrong; the message lists every finding, one a line. */
public final class ContractException extends RuntimeException {
  private final transient List<Finding> findings;

  public ContractException(List<Finding> findings) {
    super(
        findings.stream()
            .map(Finding::toString)
            .collect(
                Collectors.joining(
                    "\n  ",
                    findings.size() == 1
                        ? "1 mistake in the dataset contracts:\n  "
                        : findings.size() + " mistakes in the dataset contracts:\n  ",
                    "")));
    this.findings = List.copyOf(findings);
  }

  /** All that is wrong, in the order of files and lines. */
  public List<Finding> findings() {
    return findings;
  }
}
