package dev.sluice.core.contract;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a contract's {@code limits}. */
final class TextLimitsReader {
  static final List<String> KEYS = List.of("columns", "header", "field");

  private final Findings findings;
  private final YamlMap limits;

  TextLimitsReader(Findings findings, YamlMap limits) {
    this.findings = findings;
    this.limits = limits;
  }

  /**
   * The limits; what they leave out is standard, and what refuses the contract's own header is a
   * finding.
   */
  TextLimits read(List<Column> columns) {
    TextLimits least = TextLimits.least(columns);
    TextLimits standard = TextLimits.standard(columns);
    TextLimits highest = TextLimits.HIGHEST;
    return new TextLimits(
        limit("columns", "a whole number", Scalars::count, least.columns(), highest.columns())
            .orElse(standard.columns()),
        limit(
                "header",
                Quantities.SIZE,
                Quantities::bytes,
                least.headerBytes(),
                highest.headerBytes())
            .orElse(standard.headerBytes()),
        limit("field", Quantities.SIZE, Quantities::bytes, least.fieldBytes(), highest.fieldBytes())
            .orElse(standard.fieldBytes()));
  }

  private Optional<Integer> limit(
      String key, String expected, Function<String, Optional<Long>> parser, int least, int most) {
    Optional<Long> value = limits.parsed(key, expected, parser);
    if (value.isPresent() && (value.get() < least || value.get() > most)) {
      findings.add(
          limits.nodeOf(key),
          limits.at(key),
          "" + value.get(),
          least + " (what the contract's own columns need) to " + most,
          "choose a number between them");
      return Optional.empty();
    }
    return value.map(Long::intValue);
  }
}
