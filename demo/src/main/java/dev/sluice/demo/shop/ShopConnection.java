package dev.sluice.demo.shop;

import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.json.Json;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Connects to the shop's database with the credentials of a secret as RDS writes them. */
public final class ShopConnection {
  private static final int ATTEMPTS = 5;

  private final SecretsManagerClient secrets;
  private final long pauseMillis;

  /**
   * Connects with these secrets.
   *
   * @param secrets holds a JSON secret with {@code username} and {@code password}
   * @param pauseMillis between two attempts, of which there are five
   */
  public ShopConnection(SecretsManagerClient secrets, long pauseMillis) {
    this.secrets = secrets;
    this.pauseMillis = pauseMillis;
  }

  /**
   * Opens a connection; a database that is still starting is tried again.
   *
   * @throws SQLException where the database cannot be reached or refuses the credentials
   */
  public Connection open(String jdbcUrl, String secretArn) throws SQLException {
    Fields secret =
        Fields.of(
            "secret " + secretArn,
            Json.parse(secrets.getSecretValue(r -> r.secretId(secretArn)).secretString()));
    Properties properties = new Properties();
    properties.setProperty("user", secret.string("username"));
    properties.setProperty("password", secret.string("password"));
    properties.setProperty("connectTimeout", "10");
    // A frozen function must not keep its transaction, and with it the lock, for ever.
    properties.setProperty("options", "-c idle_in_transaction_session_timeout=300000");
    properties.setProperty("ApplicationName", "sluice seed-shop");
    for (int attempt = 1; ; attempt++) {
      try {
        return DriverManager.getConnection(jdbcUrl, properties);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !mayPass(e)) {
          throw e;
        }
        pause();
      }
    }
  }

  /** Class 08 is a broken connection, 57P03 a server that is starting. */
  private static boolean mayPass(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("08") || state.equals("57P03");
  }

  private void pause() {
    try {
      Thread.sleep(pauseMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while connecting to the database", e);
    }
  }
}
