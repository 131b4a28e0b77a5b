package dev.sluice.core.validate;

import dev.sluice.core.contract.Column;
import dev.sluice.core.contract.DatasetContract;
import java.util.List;

/** The columns of one file in its order, as arrays for the sake of speed. */
final class CompiledColumns {
  final int count;

  /** Null where any text will do. */
  final FieldCheck[] checks;

  final boolean[] nullable;

  /** Which columns make up the unique key; null where the contract has none. */
  final boolean[] inKey;

  private final List<Column> columns;

  /**
   * Compiles the checks for one run.
   *
   * @param columns null for a column of the file that the contract does not know
   */
  CompiledColumns(DatasetContract contract, List<Column> columns) {
    this.columns = columns;
    this.count = columns.size();
    this.checks = new FieldCheck[count];
    this.nullable = new boolean[count];
    this.inKey = contract.uniqueKey().isEmpty() ? null : new boolean[count];
    for (int i = 0; i < count; i++) {
      Column column = columns.get(i);
      checks[i] = column == null ? null : Checks.of(column);
      nullable[i] = column == null || column.nullable();
      if (inKey != null) {
        inKey[i] = column != null && contract.uniqueKey().contains(column.lakeName());
      }
    }
  }

  /** The name in the file; empty where the column is unknown or there is none. */
  String name(int index) {
    return index < count && columns.get(index) != null ? columns.get(index).name() : "";
  }

  /** A field as reports may show it. */
  String shown(int index, byte[] bytes, int from, int to) {
    return columns.get(index).pii().isPresent()
        ? "a value of " + (to - from) + " bytes (hidden: personal)"
        : Texts.shown(bytes, from, to);
  }
}
