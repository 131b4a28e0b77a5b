package dev.sluice.demo.shop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * The shop's tables in PostgreSQL, schema {@code public}.
 *
 * <p>A marker, in a schema of its own so that crawlers do not take it for the shop's, says what was
 * seeded. Everything happens on one connection in one transaction, which the caller commits: a
 * crash leaves what was there before. Not safe for use by several threads.
 */
final class ShopDatabase {
  private static final String[] ENUMS = {
    "customer_segment", "address_kind", "product_status", "order_status", "payment_method"
  };

  private final Connection connection;

  /** Turns auto-commit off. */
  ShopDatabase(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    execute(
        "CREATE SCHEMA IF NOT EXISTS sluice;"
            + " CREATE TABLE IF NOT EXISTS sluice.seeded (only_one boolean PRIMARY KEY, what text NOT NULL)");
    // Two seeders at once (a retried custom resource) take turns; the second finds the marker.
    execute("LOCK TABLE sluice.seeded IN EXCLUSIVE MODE");
  }

  /** What the marker says was seeded; null where nothing was. */
  String seeded() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT what FROM sluice.seeded")) {
      return result.next() ? result.getString(1) : null;
    }
  }

  void mark(String what) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO sluice.seeded VALUES (true, ?)"
                + " ON CONFLICT (only_one) DO UPDATE SET what = excluded.what")) {
      statement.setString(1, what);
      statement.executeUpdate();
    }
  }

  /** Drops what an earlier seeding made. */
  void clear() throws SQLException {
    for (String table : TableRows.all().keySet()) {
      execute("DROP TABLE IF EXISTS public." + table + " CASCADE");
    }
    for (String type : ENUMS) {
      execute("DROP TYPE IF EXISTS public." + type);
    }
  }

  /**
   * Refuses a database whose tables are someone else's.
   *
   * @throws IllegalStateException naming the first such table
   */
  void checkEmpty() throws SQLException {
    for (String table : TableRows.all().keySet()) {
      try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?)")) {
        statement.setString(1, "public." + table);
        try (ResultSet result = statement.executeQuery()) {
          if (result.next() && result.getString(1) != null) {
            throw new IllegalStateException(
                "The database already has a table public."
                    + table
                    + " which this seeding did not make; give the demo shop a database of its own");
          }
        }
      }
    }
  }

  /** Creates and fills every table; returns the rows by table. */
  Map<String, Long> fill(ShopPlan plan) throws SQLException, IOException {
    execute("SET LOCAL search_path TO public");
    execute(resource("tables.sql"));
    Map<String, Long> rows = new LinkedHashMap<>();
    for (Map.Entry<String, TableRows> table : TableRows.all().entrySet()) {
      rows.put(table.getKey(), copy(plan, table.getKey(), table.getValue()));
    }
    execute(resource("keys.sql"));
    execute("ANALYZE");
    return rows;
  }

  private long copy(ShopPlan plan, String table, TableRows source)
      throws SQLException, IOException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (PGCopyOutputStream out =
        new PGCopyOutputStream(postgres, "COPY " + table + " FROM STDIN", 1 << 16)) {
      CopyRows rows = new CopyRows(out);
      source.write(plan, rows);
      long count = rows.finish();
      out.endCopy();
      return count;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ShopDatabase.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
