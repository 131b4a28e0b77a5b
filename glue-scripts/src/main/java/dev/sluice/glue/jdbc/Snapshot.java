package dev.sluice.glue.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One state of the database, seen by every connection that enters it: a read-only transaction that
 * stays open and lends its snapshot. Partitions read at different moments so still fit together.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-SNAPSHOT-SYNCHRONIZATION">
 *     PostgreSQL on snapshots</a>
 */
public final class Snapshot implements AutoCloseable {
  private final Connection connection;
  private final String id;

  private Snapshot(Connection connection, String id) {
    this.connection = connection;
    this.id = id;
  }

  /** Begins a transaction, which {@link #close} ends. */
  public static Snapshot open(Database database) throws SQLException {
    Connection connection = database.connect();
    try {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (Statement statement = connection.createStatement()) {
        // The connection idles while the partitions are read.
        statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
        statement.execute("SET LOCAL TimeZone = 'UTC'");
        try (ResultSet row = statement.executeQuery("SELECT pg_export_snapshot()")) {
          row.next();
          return new Snapshot(connection, row.getString(1));
        }
      }
    } catch (SQLException refused) {
      try (connection) {
        throw refused;
      }
    }
  }

  /** The held connection, for questions about the same state. */
  Connection connection() {
    return connection;
  }

  /** What another connection must run first in its transaction. */
  public String enterStatement() {
    return "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT '%s'; SET TimeZone = 'UTC'"
        .formatted(id);
  }

  /** How many rows the table has in this state. */
  public long count(Table table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.sqlName())) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
