package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.spi.SecretReader;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;

/**
 * Reads a database's metadata through a Glue connection.
 *
 * @param connection in the shape of ConnectionInput
 * @param path {@code database/schema/table}, the last two with {@code %} as wildcard
 */
record JdbcTarget(JsonNode connection, String path, SecretReader secrets) implements CrawlTarget {
  private static final int LOGIN_SECONDS = 10;

  @Override
  public List<Found> crawl(BooleanSupplier cancelled) throws Exception {
    String[] parts = path.split("/");
    String schema = parts.length > 1 ? parts[1] : "%";
    String pattern = parts.length > 2 ? parts[2] : "%";
    String url = property("JDBC_CONNECTION_URL");
    List<Found> found = new ArrayList<>();
    try (Connection database = connect(url)) {
      DatabaseMetaData metadata = database.getMetaData();
      if (!database.getCatalog().equals(parts[0])) {
        throw new IOException(
            "The include path names the database '%s', but the connection %s is to '%s'."
                .formatted(parts[0], name(), database.getCatalog()));
      }
      String engine = metadata.getDatabaseProductName().toLowerCase(Locale.ROOT);
      try (ResultSet tables =
          metadata.getTables(null, schema, pattern, new String[] {"TABLE", "PARTITIONED TABLE"})) {
        while (tables.next() && !cancelled.getAsBoolean()) {
          found.add(table(metadata, parts[0], engine, tables));
        }
      }
    }
    return found;
  }

  private Found table(DatabaseMetaData metadata, String database, String engine, ResultSet tables)
      throws SQLException {
    String schema = tables.getString("TABLE_SCHEM");
    String table = tables.getString("TABLE_NAME");
    Map<String, String> columns = new LinkedHashMap<>();
    String escape = metadata.getSearchStringEscape();
    try (ResultSet rows =
        metadata.getColumns(null, escaped(schema, escape), escaped(table, escape), "%")) {
      while (rows.next()) {
        columns.put(rows.getString("COLUMN_NAME"), SqlTypes.glue(rows));
      }
    }
    String location = database + "." + schema + "." + table;
    return new Found(
        TableDefinitions.ofDatabase(
            TableDefinitions.name(location), location, engine, name(), columns),
        Json.array());
  }

  private static String escaped(String name, String escape) {
    return name.replace("_", escape + "_").replace("%", escape + "%");
  }

  private Connection connect(String url) throws IOException, SQLException {
    Properties login = credentials();
    login.put("loginTimeout", Integer.toString(LOGIN_SECONDS));
    try {
      return DriverManager.getConnection(url, login);
    } catch (SQLException e) {
      throw new SQLException(
          "Could not connect to " + url + " (connection " + name() + "): " + e.getMessage(), e);
    }
  }

  private JsonNode secret(String id) throws IOException {
    try {
      return Json.parse(secrets.secretString(id));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "The secret "
              + id
              + " of connection "
              + name()
              + " is not a JSON object with username and password: "
              + e.getMessage(),
          e);
    }
  }

  private Properties credentials() throws IOException {
    Properties login = new Properties();
    JsonNode properties = connection.path("ConnectionProperties");
    if (properties.hasNonNull("SECRET_ID")) {
      JsonNode secret = secret(properties.get("SECRET_ID").asText());
      login.put("user", secret.path("username").asText());
      login.put("password", secret.path("password").asText());
    } else if (properties.hasNonNull("USERNAME")) {
      login.put("user", properties.get("USERNAME").asText());
      login.put("password", properties.path("PASSWORD").asText());
    } else {
      throw new IOException(
          "The connection " + name() + " has neither SECRET_ID nor USERNAME and PASSWORD.");
    }
    return login;
  }

  private String property(String property) throws IOException {
    String value = connection.path("ConnectionProperties").path(property).asText("");
    if (value.isEmpty()) {
      throw new IOException("The connection " + name() + " has no " + property + ".");
    }
    return value;
  }

  private String name() {
    return connection.path("Name").asText();
  }
}
