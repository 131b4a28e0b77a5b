package dev.sluice.glue.input;

import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.glue.JobFailure;
import dev.sluice.glue.sql.Relations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Makes a temporary view of everything that a SQL file reads, and of nothing else:
 *
 * <ul>
 *   <li>{@code sales}: a dataset of that name, its files in {@code raw/sales/}
 *   <li>{@code products}: the product catalog, {@code raw/products/}
 *   <li>{@code shop_orders}: the exported table orders, {@code raw/shop/orders/}
 *   <li>{@code curated_marketing}: what a step wrote to {@code curated/marketing/}
 * </ul>
 */
public final class Inputs {
  private static final String CATALOG = "products";
  private static final String SHOP = "shop_";
  private static final String CURATED = "curated_";

  private final SparkSession spark;
  private final String lake;
  private final Contracts contracts;
  private final Lake files;
  private final Map<String, Input> known = new LinkedHashMap<>();

  /** Reads from the lake at that location, without a slash at its end. */
  public Inputs(SparkSession spark, String lake, Contracts contracts, Lake files) {
    this.spark = spark;
    this.lake = lake;
    this.contracts = contracts;
    this.files = files;
  }

  /**
   * Registers the views that a statement needs and are not there yet.
   *
   * @throws JobFailure where a name is unknown or has no files yet, naming the step that makes them
   */
  public void register(Relations relations) {
    for (String name : relations.names()) {
      if (!known.containsKey(name) && !isView(name)) {
        register(name);
      }
    }
    for (Relations.Files direct : relations.files()) {
      String location = direct.location();
      known.computeIfAbsent(
          location, l -> present(l, l, direct.format(), "the step whose SQL writes there"));
    }
  }

  /** All that was registered, in the order of the SQL. */
  public List<Input> registered() {
    return List.copyOf(known.values());
  }

  /** A view that the SQL has made; a table of a catalog on AWS must not stand in for a dataset. */
  private boolean isView(String name) {
    var classic = (org.apache.spark.sql.classic.SparkSession) spark;
    return classic.sessionState().catalog().getTempView(name).isDefined();
  }

  private void register(String name) {
    Optional<DatasetContract> contract = contracts.find(name);
    Input input;
    Dataset<Row> rows;
    if (contract.isPresent()) {
      input = present(name, lake + "/raw/" + name + "/", "csv", "step validate_" + name);
      rows = DatasetView.read(spark, contract.get(), input.location());
    } else if (name.equals(CATALOG)) {
      input = present(name, lake + "/raw/" + CATALOG + "/", "json", "step export_products");
      // All of the files, not a sample: the same files always give the same schema. Decimals keep
      // every digit.
      rows = spark.read().option("prefersDecimal", true).json(input.location());
    } else if (name.startsWith(SHOP)) {
      String table = name.substring(SHOP.length());
      input = present(name, lake + "/raw/shop/" + table + "/", "parquet", "step export_tables");
      rows = spark.read().parquet(input.location());
    } else if (name.startsWith(CURATED)) {
      String table = name.substring(CURATED.length());
      input =
          present(
              name,
              lake + "/curated/" + table + "/",
              "parquet",
              "the step whose SQL writes curated/" + table);
      rows = spark.read().parquet(input.location());
    } else {
      throw new JobFailure(
          "the SQL reads '%s', expected a dataset of %s, %s, %s<table of the database> or %s<table>"
              .formatted(name, contracts.names(), CATALOG, SHOP, CURATED));
    }
    rows.createOrReplaceTempView(name);
    known.put(name, input);
  }

  private Input present(String view, String location, String format, String madeBy) {
    // Only datasets have files whose names somebody else chose.
    boolean given = contracts.find(view).isPresent();
    int count = given ? files.givenFiles(location) : files.files(location);
    if (count == 0) {
      throw new JobFailure(
          "the SQL reads %s, but there is no file in %s; %s makes it, run that first"
              .formatted(view, location, madeBy));
    }
    return new Input(view, location, format, madeBy, count);
  }
}
