package dev.sluice.glue.jdbc;

import dev.sluice.core.lake.SourceTable;
import dev.sluice.glue.failure.JobFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A table or view, as the database describes it.
 *
 * @param schema where it lies
 * @param name of the table
 * @param columns in order
 */
public record Table(String schema, String name, List<TableColumn> columns) {
  private static final String COLUMNS =
      """
      SELECT a.attname, a.atttypid::bigint, a.atttypmod, a.attndims, format_type(a.atttypid, a.atttypmod)
      FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY a.attnum
      """;

  public Table {
    columns = List.copyOf(columns);
    Map<String, String> seen = new HashMap<>();
    for (TableColumn column : columns) {
      String other = seen.put(column.name().toLowerCase(Locale.ROOT), column.name());
      if (other != null) {
        throw new JobFailure(
            "table %s.%s has the columns %s and %s, which the lake cannot tell apart; rename one or export a view"
                .formatted(schema, name, other, column.name()));
      }
    }
  }

  /**
   * Reads the table's description.
   *
   * @param qualified {@code table} (in schema public) or {@code schema.table}
   * @throws JobFailure where there is no such table, or it has no columns
   */
  public static Table read(Snapshot snapshot, String qualified) throws SQLException {
    SourceTable source = SourceTable.parse(qualified);
    String schema = source.schema();
    String name = source.name();
    Connection connection = snapshot.connection();
    PgTypes types = new PgTypes(connection);
    List<TableColumn> columns = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
      query.setString(1, schema);
      query.setString(2, name);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          PgType type =
              types.resolve(row.getLong(2), row.getInt(3), row.getInt(4), row.getString(5));
          columns.add(new TableColumn(row.getString(1), type));
        }
      }
    }
    if (columns.isEmpty()) {
      throw new JobFailure(
          "the database has no table %s.%s that this user may see; correct its row in tables.csv"
              .formatted(schema, name));
    }
    return new Table(schema, name, columns);
  }

  /** The name for use in SQL. */
  public String sqlName() {
    return quote(schema) + "." + quote(name);
  }

  /** The name of the table's directory in the lake. */
  public String lakeName() {
    return new SourceTable(schema, name).folder();
  }

  /** The column of that name. */
  Optional<TableColumn> column(String wanted) {
    return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
  }

  /** What a reader of the exported files should know. */
  public List<String> notes() {
    return columns.stream().map(TableColumn::note).flatMap(Optional::stream).toList();
  }

  static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
