package dev.sluice.local.aws.services.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The databases of a running PostgreSQL and their owners. */
final class Databases {
  private final AdminLogin admin;
  private final int port;

  Databases(AdminLogin admin, int port) {
    this.admin = admin;
    this.port = port;
  }

  /** Makes the database and its owner, unless they are there; the owner gets the password. */
  void prepare(String database, String user, String password) throws IOException {
    try (Connection connection = admin.connect(port);
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", user)) {
        statement.execute("CREATE ROLE " + quoted(user) + " LOGIN SUPERUSER");
      }
      statement.execute(
          "ALTER ROLE " + quoted(user) + " PASSWORD '" + password.replace("'", "''") + "'");
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
        statement.execute("CREATE DATABASE " + quoted(database) + " OWNER " + quoted(user));
      }
    } catch (SQLException e) {
      throw new IOException("database " + database + " cannot be made: " + e.getMessage(), e);
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
