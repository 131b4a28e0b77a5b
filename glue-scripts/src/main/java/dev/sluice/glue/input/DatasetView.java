package dev.sluice.glue.input;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.when;

import dev.sluice.core.contract.Column;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.contract.PiiRule;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The rows of a dataset's valid files as a table: lake names, types, personal values hashed, masked
 * or left out as the contract says.
 *
 * <p>The rows are those that the validator read and wrote ({@link RawRows}), so a value that is not
 * of its column's type, or is missing where it must be there, is a fault and fails the query.
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
    Dataset<Row> raw = RawRows.read(spark, contract, location);
    List<org.apache.spark.sql.Column> columns = new ArrayList<>();
    for (Column column : contract.columns()) {
      columns.add(RawRows.value(raw, column).as(column.lakeName()));
    }
    return protect(raw.select(columns.toArray(org.apache.spark.sql.Column[]::new)), contract);
  }

  private static Dataset<Row> protect(Dataset<Row> rows, DatasetContract contract) {
    List<org.apache.spark.sql.Column> columns = new ArrayList<>();
    for (Column column : contract.columns()) {
      org.apache.spark.sql.Column value = rows.col(column.lakeName());
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
}
