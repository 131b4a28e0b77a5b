package dev.sluice.core.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one entry of a contract's {@code columns}. */
final class ColumnReader {
  static final List<String> KEYS =
      List.of(
          "name",
          "as",
          "type",
          "format",
          "nullable",
          "min",
          "max",
          "pattern",
          "values",
          "pii",
          "description");

  private final Findings findings;
  private final YamlMap map;

  ColumnReader(Findings findings, Node node, String path) {
    this.findings = findings;
    this.map = YamlMap.of(findings, node, path, KEYS);
  }

  /** A scalar as it is written, without a finding where it is none. */
  Optional<String> text(String key) {
    return map.peek(key);
  }

  /** The column; empty where something is wrong with it that has become a finding. */
  Optional<Column> read() {
    int before = findings.all().size();
    Optional<String> name =
        map.required("name", "the column's name in the file", Scalars::nonEmpty);
    Optional<String> lakeName =
        map.required("as", "the column's name in the lake, snake_case", Scalars::snakeCase);
    Optional<ColumnType> type = map.required("type", ColumnType.EXPECTED, ColumnType::parse);
    boolean nullable = map.parsed("nullable", "true or false", Scalars::flag).orElse(false);
    Optional<PiiRule> pii = map.parsed("pii", "hash, mask or drop", ColumnReader::pii);
    map.text("description");
    if (name.isEmpty() || lakeName.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> format = format(type.get());
    Optional<String> min = bound("min", type.get());
    Optional<String> max = bound("max", type.get());
    checkOrder(min, max, type.get());
    Optional<String> pattern = pattern(type.get());
    List<String> values = map.texts("values");
    if (map.has("values") && values.isEmpty() && findings.all().size() == before) {
      findings.add(
          map.nodeOf("values"), map.at("values"), "no values", "one or more", "remove the key");
    }
    if (findings.all().size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Column(
            name.get(),
            lakeName.get(),
            type.get(),
            format,
            nullable,
            min,
            max,
            pattern,
            values,
            pii));
  }

  private Optional<String> format(ColumnType type) {
    if (!type.isTemporal()) {
      refuse("format", "a " + type, "it for date and timestamp columns only");
      return Optional.empty();
    }
    String standard =
        type.kind() == ColumnType.Kind.DATE ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ssXXX";
    if (!map.has("format")) {
      return Optional.of(standard);
    }
    return map.parsed(
        "format", DateFormat.expected(type), text -> DateFormat.parse(text, type).map(f -> text));
  }

  private Optional<String> pattern(ColumnType type) {
    if (type.kind() != ColumnType.Kind.STRING) {
      refuse("pattern", "a " + type, "it for string columns only");
      return Optional.empty();
    }
    return map.parsed("pattern", "a Java regular expression", Scalars::regex);
  }

  private Optional<String> bound(String key, ColumnType type) {
    if (type.isNumeric()) {
      return map.parsed(key, "a number", text -> Scalars.number(text).map(n -> text));
    }
    if (type.kind() == ColumnType.Kind.DATE) {
      return map.parsed(key, "a date as yyyy-MM-dd", text -> Scalars.date(text).map(d -> text));
    }
    refuse(key, "a " + type, "it for numbers and dates only");
    return Optional.empty();
  }

  private void checkOrder(Optional<String> min, Optional<String> max, ColumnType type) {
    if (min.isEmpty() || max.isEmpty()) {
      return;
    }
    boolean reversed =
        type.isNumeric()
            ? new BigDecimal(min.get()).compareTo(new BigDecimal(max.get())) > 0
            : min.get().compareTo(max.get()) > 0;
    if (reversed) {
      findings.add(
          map.nodeOf("max"), map.at("max"), max.get(), min.get() + " or more", "swap min and max");
    }
  }

  private void refuse(String key, String found, String expected) {
    if (map.has(key)) {
      findings.add(
          map.nodeOf(key), map.at(key), "'" + key + "' on " + found, expected, "remove the key");
    }
  }

  private static Optional<PiiRule> pii(String text) {
    for (PiiRule rule : PiiRule.values()) {
      if (rule.text().equals(text)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
