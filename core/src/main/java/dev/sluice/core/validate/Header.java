package dev.sluice.core.validate;

import dev.sluice.core.contract.Column;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.contract.TextLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares a file's first row with the contract's columns. */
final class Header {
  private final DatasetContract contract;
  private final Violations violations;
  private final List<String> names = new ArrayList<>();
  private final Set<String> all = new HashSet<>();
  private long bytes;

  Header(DatasetContract contract, Violations violations) {
    this.contract = contract;
    this.violations = violations;
  }

  /**
   * Takes one name more; false, with a violation, where the header is beyond the contract's limits.
   */
  boolean add(byte[] from, int start, int end, long line) {
    bytes += end - start;
    TextLimits limits = contract.limits();
    if (names.size() == limits.columns()) {
      refuse(line, "more columns", limits.columns() + " columns at most");
      return false;
    }
    if (bytes > limits.headerBytes()) {
      refuse(line, "names of more bytes", limits.headerBytes() + " bytes at most");
      return false;
    }
    String name = new String(from, start, end - start, StandardCharsets.UTF_8);
    names.add(name);
    all.add(name);
    return true;
  }

  private void refuse(long line, String found, String expected) {
    violations.addOfFile(
        ViolationKind.HEADER, line, found, expected + ": the file may be no CSV of this dataset");
  }

  /**
   * Reports what is wrong and pairs the file's columns with the contract's.
   *
   * @return for each column of the file its column of the contract, null where it has none
   */
  List<Column> match(long line) {
    Map<String, Column> known = new HashMap<>();
    Map<String, Column> alike = new HashMap<>();
    for (Column column : contract.columns()) {
      known.put(column.name(), column);
      if (!all.contains(column.name())) {
        alike.putIfAbsent(plain(column.name()), column);
      }
    }
    List<Column> matched = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Column column = known.get(name);
      Column near = column == null ? alike.get(plain(name)) : null;
      if (near != null && seen.add(near.name())) {
        report(
            line,
            i + 1,
            name,
            Texts.shown(name),
            Texts.shown(near.name()) + ", which differs in spaces or case");
        matched.add(near);
      } else if (column == null) {
        report(line, i + 1, name, Texts.shown(name), expectedInsteadOf(i));
        matched.add(null);
      } else if (!seen.add(name)) {
        report(line, i + 1, name, Texts.shown(name) + " a second time", "each column once");
        matched.add(null);
      } else {
        matched.add(column);
      }
    }
    for (Column column : contract.columns()) {
      if (!seen.contains(column.name())) {
        report(line, 0, "", "no column " + Texts.shown(column.name()), "it in the header");
      }
    }
    if (!violations.fileIsBad()) {
      checkOrder(line);
    }
    return matched;
  }

  private void checkOrder(long line) {
    for (int i = 0; i < names.size(); i++) {
      String expected = contract.columns().get(i).name();
      if (!names.get(i).equals(expected)) {
        report(
            line,
            i + 1,
            names.get(i),
            Texts.shown(names.get(i)),
            Texts.shown(expected) + " here: the columns are in another order");
      }
    }
  }

  private static String plain(String name) {
    return name.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private String expectedInsteadOf(int index) {
    if (index >= contract.columns().size()) {
      return "no more than " + contract.columns().size() + " columns";
    }
    String here = contract.columns().get(index).name();
    return all.contains(here) ? "no such column" : Texts.shown(here);
  }

  private void report(long line, int column, String name, String found, String expected) {
    violations.add(new Violation(line, column, name, ViolationKind.HEADER, found, expected));
  }
}
