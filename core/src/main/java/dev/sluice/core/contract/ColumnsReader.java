package dev.sluice.core.contract;

import dev.sluice.core.text.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a contract's {@code columns} and the {@code unique} key over them. */
final class ColumnsReader {
  private final Findings findings;
  private final List<Column> columns = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> lakeNames = new HashSet<>();
  private final List<String> uniqueKey;

  ColumnsReader(Findings findings, YamlMap contract) {
    this.findings = findings;
    List<Node> nodes = contract.items("columns");
    if (!contract.has("columns")) {
      contract.missing("columns", "the columns of the file in their order");
    } else if (nodes.isEmpty()) {
      findings.add(contract.nodeOf("columns"), "columns", "no column", "one or more", "add one");
    }
    for (int i = 0; i < nodes.size(); i++) {
      read(nodes.get(i), "columns[" + i + "]");
    }
    this.uniqueKey = contract.texts("unique");
    checkUniqueKey(contract);
  }

  /** Those that are right. */
  List<Column> columns() {
    return columns;
  }

  List<String> uniqueKey() {
    return uniqueKey;
  }

  private void read(Node node, String path) {
    ColumnReader reader = new ColumnReader(findings, node, path);
    Optional<Column> column = reader.read();
    once(names, node, path + ".name", reader.text("name"));
    once(lakeNames, node, path + ".as", reader.text("as"));
    column.ifPresent(columns::add);
  }

  private void once(Set<String> seen, Node node, String path, Optional<String> name) {
    if (name.isPresent() && !seen.add(name.get())) {
      findings.add(
          node,
          path,
          "'" + name.get() + "' a second time",
          "each name once",
          "rename or remove one");
    }
  }

  private void checkUniqueKey(YamlMap contract) {
    Set<String> seen = new HashSet<>();
    for (String name : uniqueKey) {
      once(seen, contract.nodeOf("unique"), "unique", Optional.of(name));
      if (!lakeNames.contains(name)) {
        findings.add(
            contract.nodeOf("unique"),
            "unique",
            "'" + name + "'",
            "lake names of columns",
            Spelling.nearest(name, lakeNames)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("name columns by their 'as'"));
      }
    }
  }
}
