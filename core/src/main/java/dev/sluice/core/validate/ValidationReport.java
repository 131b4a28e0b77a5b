package dev.sluice.core.validate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of checking one file.
 *
 * @param dataset whose contract it was
 * @param valid whether the file may go on
 * @param bytes read; fewer than the file has where reading stopped early
 * @param rows data rows read, the header and blank lines not counted
 * @param badRows rows with at least one violation
 * @param violations the first ones, in the order of the file
 * @param counts of all violations by kind, also of those that are not kept
 */
public record ValidationReport(
    String dataset,
    boolean valid,
    long bytes,
    long rows,
    long badRows,
    List<Violation> violations,
    Map<ViolationKind, Long> counts) {

  public ValidationReport {
    violations = List.copyOf(violations);
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }

  /** How many violations there are in all. */
  public long violationCount() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** One line for people: the verdict and the first reason. */
  public String summary() {
    if (violations.isEmpty()) {
      return dataset + ": valid, " + rows + " rows";
    }
    long more = violationCount() - 1;
    return dataset
        + (valid ? ": valid with bad rows, " : ": invalid, ")
        + violations.get(0).message()
        + (more == 0 ? "" : " (and " + more + " more)");
  }
}
