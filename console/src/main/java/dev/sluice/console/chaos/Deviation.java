package dev.sluice.console.chaos;

import java.util.List;

/** A disturbed run ended otherwise than the undisturbed one. */
final class Deviation extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> findings;

  Deviation(List<String> findings) {
    super(String.join("; ", findings));
    this.findings = List.copyOf(findings);
  }

  Deviation(String finding) {
    this(List.of(finding));
  }

  /** One sentence each. */
  List<String> findings() {
    return findings;
  }
}
