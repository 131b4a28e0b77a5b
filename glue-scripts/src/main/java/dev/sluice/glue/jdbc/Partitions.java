package dev.sluice.glue.jdbc;

import dev.sluice.glue.failure.JobFailure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Divides a table into ranges of a column, together every row exactly once. */
public final class Partitions {
  private static final String EVERY_ROW = "1=1";

  private Partitions() {}

  /**
   * The conditions, one a partition, in terms of the column {@code alias}. Equal ranges between the
   * least and the greatest value; rows without a value are in the first. One condition where the
   * table is empty or all values equal.
   *
   * @param count how many are wanted
   * @throws JobFailure where there is no such column or it has no order that can be divided
   */
  public static List<String> of(
      Snapshot snapshot, Table table, String columnName, int count, String alias)
      throws SQLException {
    TableColumn column =
        table
            .column(columnName)
            .orElseThrow(
                () ->
                    new JobFailure(
                        "table %s has no column '%s' to partition by, expected one of %s; correct its row in tables.csv"
                            .formatted(
                                table.name(),
                                columnName,
                                table.columns().stream().map(TableColumn::name).toList())));
    if (count <= 1) {
      return List.of(EVERY_ROW);
    }
    return conditions(bounds(snapshot, table, column, count), Table.quote(alias));
  }

  private static List<String> conditions(List<String> bounds, String column) {
    if (bounds.isEmpty()) {
      return List.of(EVERY_ROW);
    }
    List<String> conditions = new ArrayList<>();
    conditions.add("%s < %s OR %s IS NULL".formatted(column, bounds.get(0), column));
    for (int i = 1; i < bounds.size(); i++) {
      conditions.add(
          "%1$s >= %2$s AND %1$s < %3$s".formatted(column, bounds.get(i - 1), bounds.get(i)));
    }
    conditions.add("%s >= %s".formatted(column, bounds.get(bounds.size() - 1)));
    return conditions;
  }

  /** Literals between the partitions, ascending, one fewer than partitions. */
  private static List<String> bounds(Snapshot snapshot, Table table, TableColumn column, int count)
      throws SQLException {
    String name = Table.quote(column.name());
    String kind = column.type().isArray() ? "array" : column.type().name();
    String number =
        switch (kind) {
          case "int2", "int4", "int8", "numeric" -> "%s(" + name + ")::numeric";
          case "date" -> "(%s(" + name + ") - DATE '1970-01-01')::numeric";
          case "timestamp", "timestamptz" ->
              "trunc(extract(epoch FROM %s(" + name + ")) * 1000000)";
          default ->
              throw new JobFailure(
                  "column %s of table %s is %s; expected a whole or decimal number, a date or a timestamp to partition by"
                      .formatted(column.name(), table.name(), column.type().display()));
        };
    // NaN and the infinities would leave one partition with all rows.
    String where =
        kind.equals("numeric")
            ? " WHERE %1$s > '-Infinity' AND %1$s < 'Infinity'".formatted(name)
            : kind.startsWith("int") ? "" : " WHERE isfinite(" + name + ")";
    String query =
        "SELECT %s, %s FROM %s%s"
            .formatted(number.formatted("min"), number.formatted("max"), table.sqlName(), where);
    try (Statement statement = snapshot.connection().createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      BigDecimal least = row.getBigDecimal(1);
      BigDecimal most = row.getBigDecimal(2);
      return least == null ? List.of() : divide(least, most, count, kind);
    }
  }

  private static List<String> divide(BigDecimal least, BigDecimal most, int count, String kind) {
    BigDecimal range = most.subtract(least);
    boolean whole = !kind.equals("numeric");
    List<String> bounds = new ArrayList<>();
    BigDecimal last = least;
    for (int i = 1; i < count; i++) {
      BigDecimal step =
          range
              .multiply(BigDecimal.valueOf(i))
              .divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
      BigDecimal bound = least.add(step);
      if (whole) {
        bound = new BigDecimal(bound.toBigInteger());
      }
      if (bound.compareTo(last) > 0) {
        bounds.add(literal(bound, kind));
        last = bound;
      }
    }
    return bounds;
  }

  private static String literal(BigDecimal bound, String kind) {
    return switch (kind) {
      case "date" -> "DATE '" + LocalDate.ofEpochDay(bound.longValueExact()) + "'";
      case "timestamp" -> "TIMESTAMP '" + instant(bound).toString().replace("Z", "") + "'";
      case "timestamptz" -> "TIMESTAMPTZ '" + instant(bound) + "'";
      default -> bound.toPlainString();
    };
  }

  private static Instant instant(BigDecimal micros) {
    return Instant.EPOCH.plus(
        micros.toBigInteger().min(BigInteger.valueOf(Long.MAX_VALUE)).longValue(),
        ChronoUnit.MICROS);
  }
}
