package dev.sluice.demo.bench;

import dev.sluice.demo.shop.ShopConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Makes many small tables in the shop's database for {@code ./sluice bench scale}, or gives some
 * other names, as a careless release would, and back.
 *
 * <p>Arguments: JDBC URL, secret's ARN, {@code make}, {@code hide} or {@code show}, the first and
 * the last table's number. Tables are named {@code bench_<number>}. AWS's address and credentials
 * come from the environment.
 */
public final class ManyTables {
  private ManyTables() {}

  public static void main(String[] args) throws SQLException {
    if (args.length != 5) {
      throw new IllegalArgumentException(
          "found " + args.length + " arguments, expected URL SECRET make|hide|show FIRST LAST");
    }
    try (SecretsManagerClient secrets =
            SecretsManagerClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
        Connection shop = new ShopConnection(secrets, 1_000).open(args[0], args[1]);
        Statement statement = shop.createStatement()) {
      for (int i = Integer.parseInt(args[3]); i <= Integer.parseInt(args[4]); i++) {
        statement.execute(sql(args[2], "bench_" + i));
      }
    }
  }

  private static String sql(String what, String table) {
    return switch (what) {
      case "make" ->
          "CREATE TABLE "
              + table
              + " AS SELECT i AS id, 'row ' || i AS text FROM generate_series(1, 10) i";
      case "hide" -> "ALTER TABLE " + table + " RENAME TO hidden_" + table;
      case "show" -> "ALTER TABLE hidden_" + table + " RENAME TO " + table;
      default ->
          throw new IllegalArgumentException("found '" + what + "', expected make, hide or show");
    };
  }
}
