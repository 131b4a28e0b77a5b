package dev.sluice.local.aws.services.glue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/** Types of JDBC columns in Glue's (Hive's) notation. */
final class SqlTypes {
  private static final int MAX_PRECISION = 38;
  // What Spark reads a numeric without precision as.
  private static final String UNBOUNDED = "decimal(38,18)";

  private SqlTypes() {}

  /**
   * @param column a row of DatabaseMetaData.getColumns
   */
  static String glue(ResultSet column) throws SQLException {
    int type = column.getInt("DATA_TYPE");
    String name = column.getString("TYPE_NAME");
    if (type == Types.ARRAY && name.startsWith("_")) {
      return "array<" + element(name.substring(1)) + ">";
    }
    return switch (type) {
      case Types.SMALLINT, Types.TINYINT -> "smallint";
      case Types.INTEGER -> "int";
      case Types.BIGINT -> "bigint";
      case Types.REAL -> "float";
      case Types.FLOAT, Types.DOUBLE -> "double";
      // PostgreSQL's driver calls its boolean a bit.
      case Types.BIT, Types.BOOLEAN -> "boolean";
      case Types.NUMERIC, Types.DECIMAL ->
          decimal(column.getInt("COLUMN_SIZE"), column.getInt("DECIMAL_DIGITS"));
      case Types.DATE -> "date";
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> "timestamp";
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> "binary";
      default -> "string";
    };
  }

  private static String decimal(int precision, int scale) {
    return precision < 1 || precision > MAX_PRECISION
        ? UNBOUNDED
        : "decimal(" + precision + "," + scale + ")";
  }

  private static String element(String name) {
    return switch (name) {
      case "int2" -> "smallint";
      case "int4" -> "int";
      case "int8" -> "bigint";
      case "float4" -> "float";
      case "float8" -> "double";
      case "bool" -> "boolean";
      case "numeric" -> UNBOUNDED;
      case "date" -> "date";
      case "timestamp", "timestamptz" -> "timestamp";
      case "bytea" -> "binary";
      default -> "string";
    };
  }
}
