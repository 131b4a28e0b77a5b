package dev.sluice.local.aws.services.postgres;

import dev.sluice.local.base.file.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Who may connect to PostgreSQL: whoever knows a role's password.
 *
 * @see <a href="https://www.postgresql.org/docs/17/auth-pg-hba-conf.html">pg_hba.conf</a>
 */
final class Access {
  /** How a password is asked for. */
  static final String METHOD = "scram-sha-256";

  /** The role that initdb made where trust was the method. */
  static final String OPEN_ROLE = "postgres";

  private static final String RULES =
      """
      local all all              %1$s
      host  all all 127.0.0.1/32 %1$s
      host  all all ::1/128      %1$s
      """
          .formatted(METHOD);

  private final Path rules;

  Access(Path data) {
    this.rules = data.resolve("pg_hba.conf");
  }

  /** True where a database made by an earlier version lets everybody in who reaches its port. */
  boolean open() throws IOException {
    return Files.exists(rules)
        && Files.readAllLines(rules).stream().anyMatch(line -> line.matches("[^#]*\\strust\\s*"));
  }

  /** Makes the admin's role in an open, running database and asks for passwords from then on. */
  void shut(int port, AdminLogin admin) throws IOException {
    // Whether the role exists is asked, since a killed process may have come as far as that.
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", OPEN_ROLE, null);
        Statement statement = connection.createStatement()) {
      boolean known;
      try (ResultSet role =
          statement.executeQuery(
              "SELECT 1 FROM pg_roles WHERE rolname = '" + AdminLogin.USER + "'")) {
        known = role.next();
      }
      statement.execute(
          (known ? "ALTER" : "CREATE")
              + " ROLE "
              + AdminLogin.USER
              + " LOGIN SUPERUSER PASSWORD '"
              + admin.password()
              + "'");
      DurableFile.write(rules, RULES);
      statement.execute("SELECT pg_reload_conf()");
    } catch (SQLException e) {
      throw new IOException(
          "the database of an earlier version could not be given a password: " + e.getMessage(), e);
    }
  }
}
