package dev.sluice.local.aws.services.postgres;

import dev.sluice.local.base.file.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * The superuser as whom this process, and nobody else, manages PostgreSQL: {@code rdsadmin}, as on
 * RDS, apart from the instances' master users. Its password is random for each state directory.
 *
 * @param file holds the password, for the owner of the state directory only
 */
record AdminLogin(Path file, String password) {
  /** Name of the role. */
  static final String USER = "rdsadmin";

  private static final int BYTES = 24;

  /** A new login where the directory has none yet. */
  static AdminLogin make(Path directory) throws IOException {
    Path file = file(directory);
    if (!Files.exists(file)) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      DurableFile.write(file, HexFormat.of().formatHex(random));
    }
    return in(directory);
  }

  /**
   * The login of a directory.
   *
   * @throws IOException where the password is lost, saying what to do
   */
  static AdminLogin in(Path directory) throws IOException {
    Path file = file(directory);
    if (!Files.exists(file)) {
      throw new IOException(
          "the password of PostgreSQL is missing, expected in "
              + file
              + "; put the file back or begin with a fresh state");
    }
    return new AdminLogin(file, Files.readString(file).strip());
  }

  private static Path file(Path directory) {
    return directory.resolve("password");
  }

  /** Connects to the database that is always there. */
  Connection connect(int port) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
  }

  @Override
  public String toString() {
    return USER;
  }
}
