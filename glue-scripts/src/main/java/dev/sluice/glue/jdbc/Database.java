package dev.sluice.glue.jdbc;

import dev.sluice.glue.failure.JobFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A PostgreSQL database, version 14 or newer.
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 * @param secret who connects
 */
public record Database(String url, Secret secret) {
  private static final String CONNECT_SECONDS = "15";

  public Database {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new JobFailure(
          "--jdbc-url is '%s', expected jdbc:postgresql://host:port/database; no other driver is in the jar"
              .formatted(name(url)));
    }
  }

  /** The URL without its parameters, among which people put passwords. */
  public String name() {
    return name(url);
  }

  private static String name(String url) {
    return url.replaceAll("\\?.*", "");
  }

  /** A connection of this thread's own. */
  Connection connect() throws SQLException {
    return new Driver().connect(url, properties());
  }

  /** What both the driver here and Spark's readers need. */
  public Properties properties() {
    Properties properties = new Properties();
    properties.put("user", secret.username());
    properties.put("password", secret.password());
    properties.put("driver", Driver.class.getName());
    properties.put("ApplicationName", "sluice export");
    properties.put("connectTimeout", CONNECT_SECONDS);
    properties.put("tcpKeepAlive", "true");
    return properties;
  }
}
