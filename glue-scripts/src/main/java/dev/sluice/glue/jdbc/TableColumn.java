package dev.sluice.glue.jdbc;

import java.util.Optional;

/**
 * A column, and how its values travel unchanged: an expression that PostgreSQL evaluates and one
 * that Spark applies to what arrives. Times travel as numbers, since text and {@code java.sql}
 * types depend on calendars and zones; a value that has no counterpart, such as the date infinity,
 * so becomes an error and never another value.
 *
 * @param name as in the table and in the lake
 * @param type in the database
 */
public record TableColumn(String name, PgType type) {

  /** What PostgreSQL sends, under the column's name. */
  String select() {
    String column = Table.quote(name);
    return expression(column) + " AS " + column;
  }

  private String expression(String column) {
    if (type.isArray()) {
      return "CASE WHEN coalesce(array_ndims(%1$s), %2$d) = %2$d THEN to_json(%1$s::text[])::text ELSE %3$s::int::text END"
          .formatted(
              column,
              type.dimensions(),
              complaint(
                  "array_ndims(%s) || ' dimensions, declared with %d'"
                      .formatted(column, type.dimensions())));
    }
    return switch (type.name()) {
      case "int2", "int4", "int8", "float4", "float8", "bool" -> column;
      case "text", "varchar", "bpchar", "bytea" -> column;
      case "date" -> finite(column, "(" + column + " - DATE '1970-01-01')", "int");
      case "timestamp", "timestamptz" ->
          finite(column, "(extract(epoch FROM " + column + ") * 1000000)::bigint", "bigint");
      case "numeric" -> {
        String decimal = type.decimal();
        yield column + (decimal == null ? "::text" : "::" + decimal);
      }
      default -> column + "::text";
    };
  }

  private String finite(String column, String number, String numberType) {
    return "CASE WHEN isfinite(%1$s) THEN %2$s ELSE %3$s::%4$s END"
        .formatted(
            column, number, complaint(column + "::text || ', which Parquet lacks'"), numberType);
  }

  /**
   * Text that is no number: cast to one, it makes PostgreSQL fail with this text in the message.
   */
  private String complaint(String found) {
    return "('column %s holds ' || %s)".formatted(name.replace("'", "''"), found);
  }

  /** What Spark makes of it, as a SQL expression without a name. */
  String convert() {
    String column = "`" + name.replace("`", "``") + "`";
    if (!type.isArray()) {
      return switch (type.name()) {
        case "date" -> "date_from_unix_date(" + column + ")";
        case "timestamptz" -> "timestamp_micros(" + column + ")";
        case "timestamp" -> "CAST(timestamp_micros(" + column + ") AS timestamp_ntz)";
        default -> column;
      };
    }
    String nested = "string";
    for (int i = 0; i < type.dimensions(); i++) {
      nested = "array<" + nested + ">";
    }
    String cast = "CAST(x%d AS %s)".formatted(type.dimensions(), elementType());
    for (int i = type.dimensions(); i > 1; i--) {
      cast = "transform(x%d, x%d -> %s)".formatted(i - 1, i, cast);
    }
    return "transform(from_json(%s, '%s', map('mode', 'FAILFAST')), x1 -> %s)"
        .formatted(column, nested, cast);
  }

  private String elementType() {
    PgType element = type.element();
    return switch (element.name()) {
      case "int2" -> "smallint";
      case "int4" -> "int";
      case "int8" -> "bigint";
      case "float4" -> "float";
      case "float8" -> "double";
      case "bool" -> "boolean";
      case "date" -> "date";
      case "timestamptz" -> "timestamp";
      case "timestamp" -> "timestamp_ntz";
      case "numeric" -> element.decimal() == null ? "string" : element.decimal();
      default -> "string";
    };
  }

  /** What a reader of the Parquet files should know about the column. */
  Optional<String> note() {
    if (type.name().equals("numeric")) {
      return type.decimal() != null
          ? Optional.empty()
          : Optional.of(
              "%s is %s, which may have more digits than Parquet's 38: written as text, every digit kept"
                  .formatted(name, type.display()));
    }
    boolean same =
        type.enumerated()
            || switch (type.name()) {
              case "int2", "int4", "int8", "float4", "float8", "bool" -> true;
              case "text", "varchar", "bpchar", "name", "json", "jsonb", "uuid", "xml" -> true;
              case "date", "timestamp", "timestamptz" -> true;
              case "bytea" -> !type.isArray();
              default -> false;
            };
    return same
        ? Optional.empty()
        : Optional.of(
            "%s is %s, which Parquet lacks: written as text in PostgreSQL's notation"
                .formatted(name, type.display()));
  }
}
