package dev.sluice.local.aws.services.postgres;

import dev.sluice.local.base.file.Trees;
import dev.sluice.local.base.net.StablePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** One PostgreSQL on loopback, with its data on disk. Thread-safe. */
final class PostgresServer implements AutoCloseable {
  private static final Duration STARTUP = Duration.ofSeconds(60);

  private final Path directory;
  private EmbeddedPostgres postgres;

  PostgresServer(Path directory) {
    this.directory = directory;
  }

  private Path data() {
    return directory.resolve("data");
  }

  /** Ends the server that a killed process left behind, if there is one. */
  void stopOrphan() throws IOException, InterruptedException {
    new Orphan(data()).stop();
  }

  /** Starts unless it runs. */
  synchronized void start() throws IOException {
    if (postgres != null) {
      return;
    }
    Files.createDirectories(directory);
    removeHalfMade();
    postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data())
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(directory.resolve("bin").toFile())
            .setPort(new StablePort(directory.resolve("port")).choose())
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("timezone", "UTC")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "64MB")
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("encoding", "UTF8")
            .setPGStartupWait(STARTUP)
            .setRegisterShutdownHook(false)
            .start();
  }

  /** A process killed within initdb leaves a directory that neither runs nor is made anew. */
  private void removeHalfMade() throws IOException {
    Path made = directory.resolve("made");
    if (Files.exists(data()) && !Files.exists(made)) {
      Trees.delete(data());
    }
    if (!Files.exists(data())) {
      Files.deleteIfExists(made);
    }
  }

  synchronized int port() {
    return postgres.getPort();
  }

  /** Makes the database and its owner, unless they are there. */
  synchronized void prepare(String database, String user, String password) throws IOException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", user)) {
        statement.execute("CREATE ROLE " + quoted(user) + " LOGIN SUPERUSER");
      }
      statement.execute(
          "ALTER ROLE " + quoted(user) + " PASSWORD '" + password.replace("'", "''") + "'");
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
        statement.execute("CREATE DATABASE " + quoted(database) + " OWNER " + quoted(user));
      }
      Files.writeString(directory.resolve("made"), "");
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

  @Override
  public synchronized void close() {
    if (postgres != null) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL did not stop", e);
      }
    }
  }
}
