package dev.sluice.glue.input;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_timestamp;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_to_date;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.when;

import dev.sluice.core.contract.Column;
import dev.sluice.core.contract.CsvDialect;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.contract.PiiRule;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A dataset's raw CSV files as a table: lake names, types, empty fields as null, personal values
 * hashed, masked or left out as the contract says.
 *
 * <p>The files have been validated, so a value that cannot be read is a fault and fails the query.
 * Where the contract tolerates bad rows, a row whose value cannot be read, or lacks a value that it
 * must have, is left out.
 *
 * <p>A hash is SHA-256 of the value's text, without a salt: it keeps equal values equal in all
 * tables, and does not keep somebody who has a list of possible values from recognizing them. Where
 * that matters the rule is drop.
 */
public final class DatasetView {
  private static final String MASK = "***";

  private DatasetView() {}

  /** The table over all files below {@code location}. */
  public static Dataset<Row> read(SparkSession spark, DatasetContract contract, String location) {
    boolean tolerant = contract.toleratedBadRows() > 0;
    CsvDialect dialect = contract.dialect();
    Dataset<Row> raw =
        spark
            .read()
            .schema(asText(contract))
            .option("header", dialect.header())
            .option("enforceSchema", false)
            .option("sep", String.valueOf(dialect.delimiter()))
            .option("quote", String.valueOf(dialect.quote()))
            // RFC 4180 doubles a quote; Spark's default is a backslash.
            .option("escape", String.valueOf(dialect.quote()))
            .option("encoding", "UTF-8")
            .option("multiLine", true)
            .option("maxCharsPerColumn", -1)
            .option("mode", tolerant ? "DROPMALFORMED" : "FAILFAST")
            // A key below the prefix may hold slashes, also such as a=b/.
            .option("recursiveFileLookup", true)
            .csv(location);
    return protect(typed(raw, contract, tolerant), contract);
  }

  private static StructType asText(DatasetContract contract) {
    StructType schema = new StructType();
    for (Column column : contract.columns()) {
      schema = schema.add(column.name(), DataTypes.StringType, true);
    }
    return schema;
  }

  private static Dataset<Row> typed(Dataset<Row> raw, DatasetContract contract, boolean tolerant) {
    List<org.apache.spark.sql.Column> columns = new ArrayList<>();
    org.apache.spark.sql.Column good = lit(true);
    for (Column column : contract.columns()) {
      org.apache.spark.sql.Column text = raw.col(quoted(column.name()));
      text = when(text.notEqual(lit("")), text);
      org.apache.spark.sql.Column value = value(text, column, tolerant);
      org.apache.spark.sql.Column absent = column.nullable() ? text.isNull() : lit(false);
      good = good.and(value.isNotNull().or(absent));
      columns.add(value.as(column.lakeName()));
    }
    Dataset<Row> rows = tolerant ? raw.where(good) : raw;
    return rows.select(columns.toArray(org.apache.spark.sql.Column[]::new));
  }

  private static org.apache.spark.sql.Column value(
      org.apache.spark.sql.Column text, Column column, boolean tolerant) {
    String format = column.format().orElse("");
    return switch (column.type().kind()) {
      case STRING -> text;
      case DATE -> tolerant ? try_to_date(text, format) : to_date(text, format);
      case TIMESTAMP -> tolerant ? try_to_timestamp(text, lit(format)) : to_timestamp(text, format);
      default -> {
        String type = column.type().text();
        yield tolerant ? trim(text).try_cast(type) : text.cast(type);
      }
    };
  }

  private static Dataset<Row> protect(Dataset<Row> rows, DatasetContract contract) {
    List<org.apache.spark.sql.Column> columns = new ArrayList<>();
    for (Column column : contract.columns()) {
      org.apache.spark.sql.Column value = rows.col(quoted(column.lakeName()));
      PiiRule rule = column.pii().orElse(null);
      if (rule == null) {
        columns.add(value);
      } else if (rule == PiiRule.HASH) {
        columns.add(sha2(value.cast("string").cast("binary"), 256).as(column.lakeName()));
      } else if (rule == PiiRule.MASK) {
        columns.add(when(value.isNotNull(), lit(MASK)).as(column.lakeName()));
      }
    }
    return rows.select(columns.toArray(org.apache.spark.sql.Column[]::new));
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
