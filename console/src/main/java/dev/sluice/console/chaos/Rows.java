package dev.sluice.console.chaos;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows of files as a number and a sum that does not depend on their order, through DuckDB. */
final class Rows implements AutoCloseable {
  private final Connection duckDb;

  Rows() {
    try {
      duckDb = DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All rows of a folder's files of that format, with their columns' names and types. */
  String in(Path folder, String format) {
    String files = "'" + folder.toString().replace("'", "''") + "/*." + format + "'";
    String from =
        format.equals("csv")
            ? "read_csv(" + files + ", header = true, all_varchar = true)"
            : "read_parquet(" + files + ")";
    // A sum, so that a row that is there twice counts twice.
    String sql =
        "SELECT COUNT(*) || ' rows, sum ' || SUM(HASH(r::VARCHAR)::HUGEINT)"
            + " || ', columns ' || ANY_VALUE(TYPEOF(r)) FROM "
            + from
            + " AS r";
    try (Statement statement = duckDb.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      String found = result.getString(1);
      return found == null ? "no rows" : found;
    } catch (SQLException e) {
      return "files that cannot be read: " + e.getMessage();
    }
  }

  @Override
  public void close() {
    try {
      duckDb.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
