package dev.sluice.glue.input;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_timestamp;
import static org.apache.spark.sql.functions.try_to_date;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.when;

import dev.sluice.core.contract.Column;
import dev.sluice.core.contract.DatasetContract;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The files that the validator wrote, an object of texts a line. They are read by an explicit
 * schema, with the line end given and nothing guessed; what is no such line is a fault.
 */
final class RawRows {
  /** No lake name begins so. */
  private static final String BROKEN_LINE = "_broken_line";

  private RawRows() {}

  /** All rows below that location, each column as text, by its name in the lake. */
  static Dataset<Row> read(SparkSession spark, DatasetContract contract, String location) {
    return reader(spark).schema(asText(contract)).option("mode", "FAILFAST").json(location);
  }

  private static DataFrameReader reader(SparkSession spark) {
    return spark
        .read()
        .option("encoding", "UTF-8")
        .option("lineSep", "\n")
        .option("multiLine", false)
        // A key below the prefix may hold slashes, also such as a=b/.
        .option("recursiveFileLookup", true);
  }

  private static StructType asText(DatasetContract contract) {
    StructType schema = new StructType();
    for (Column column : contract.columns()) {
      schema = schema.add(column.lakeName(), DataTypes.StringType, true);
    }
    return schema;
  }

  /** A column's values by its type; evaluating it fails where one is none. */
  static org.apache.spark.sql.Column value(Dataset<Row> raw, Column column) {
    org.apache.spark.sql.Column text = text(raw, column);
    String format = column.format().orElse("");
    return switch (column.type().kind()) {
      case STRING -> text;
      case DATE -> to_date(text, format);
      case TIMESTAMP -> to_timestamp(text, format);
      default -> text.cast(column.type().text());
    };
  }

  private static org.apache.spark.sql.Column text(Dataset<Row> raw, Column column) {
    org.apache.spark.sql.Column text = raw.col(column.lakeName());
    if (column.nullable()) {
      return text;
    }
    String missing = "a row has no value in the column " + column.lakeName() + ", which needs one";
    return when(text.isNotNull(), text).otherwise(raise_error(lit(missing)).cast("string"));
  }

  /**
   * A file that cannot be read.
   *
   * @param path of the file, without the bucket
   * @param reason what is wrong with it; shows no value
   */
  record Unreadable(String path, String reason) {}

  /** Some file below that location that has a line or a value which cannot be read. */
  static Optional<Unreadable> findUnreadable(
      SparkSession spark, DatasetContract contract, String location) {
    Dataset<Row> raw =
        reader(spark)
            .schema(asText(contract).add(BROKEN_LINE, DataTypes.StringType, true))
            .option("mode", "PERMISSIVE")
            .option("columnNameOfCorruptRecord", BROKEN_LINE)
            .json(location);
    List<org.apache.spark.sql.Column> reasons = new ArrayList<>();
    reasons.add(when(raw.col(BROKEN_LINE).isNotNull(), lit("a line of it is no row")));
    for (Column column : contract.columns()) {
      reasons.add(reason(raw, column));
    }
    return raw
        .select(
            col("_metadata.file_path").as("file"),
            coalesce(reasons.toArray(org.apache.spark.sql.Column[]::new)).as("reason"))
        .where(col("reason").isNotNull())
        .takeAsList(1)
        .stream()
        .findFirst()
        // Spark names files as URIs, with what is special encoded.
        .map(
            row ->
                new Unreadable(
                    new Path(URI.create(row.getString(0))).toUri().getPath(), row.getString(1)));
  }

  private static org.apache.spark.sql.Column reason(Dataset<Row> raw, Column column) {
    org.apache.spark.sql.Column text = raw.col(column.lakeName());
    org.apache.spark.sql.Column value =
        switch (column.type().kind()) {
          case STRING -> text;
          case DATE -> try_to_date(text, column.format().orElse(""));
          case TIMESTAMP -> try_to_timestamp(text, lit(column.format().orElse("")));
          default -> text.try_cast(column.type().text());
        };
    org.apache.spark.sql.Column wrong =
        column.nullable() ? text.isNotNull().and(value.isNull()) : value.isNull();
    return when(
        wrong,
        lit("a value of " + column.lakeName() + " is missing or no " + column.type().text()));
  }
}
