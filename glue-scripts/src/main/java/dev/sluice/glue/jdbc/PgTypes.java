package dev.sluice.glue.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Follows domains and arrays to the type beneath. */
final class PgTypes {
  private static final String TYPE =
      """
      SELECT t.typname, t.typtype, t.typbasetype::bigint, t.typtypmod, t.typndims, t.typelem::bigint,
             t.typcategory = 'A' AS array
      FROM pg_type t WHERE t.oid = ?
      """;

  private final Connection connection;

  PgTypes(Connection connection) {
    this.connection = connection;
  }

  PgType resolve(long oid, int modifier, int dimensions, String display) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TYPE)) {
      query.setLong(1, oid);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        String kind = row.getString("typtype");
        if (kind.equals("d")) {
          int inner = modifier >= 0 ? modifier : row.getInt("typtypmod");
          int deep = Math.max(dimensions, row.getInt("typndims"));
          return resolve(row.getLong("typbasetype"), inner, deep, display);
        }
        if (row.getBoolean("array")) {
          PgType element = resolve(row.getLong("typelem"), modifier, 0, display);
          // An array of a domain over arrays has no dimensions of its own to speak of.
          return new PgType(
              element.name(),
              element.enumerated(),
              element.modifier(),
              Math.max(dimensions, 1),
              display);
        }
        return new PgType(row.getString("typname"), kind.equals("e"), modifier, 0, display);
      }
    }
  }
}
