package dev.sluice.glue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.lake.Zones;
import dev.sluice.core.validate.ValidationReport;
import dev.sluice.core.validate.Validator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs jobs as Glue does, through GlueApp, over a lake in a directory. */
public final class GlueRun {
  /** What the steps of the pipelines publish to the repository's SQL files. */
  private static final String INPUTS =
      """
      [
        {"view": "sales", "location": "raw/sales/", "format": "dataset", "step": "validate_sales"},
        {"view": "marketing", "location": "raw/marketing/", "format": "dataset",
         "step": "validate_marketing"},
        {"view": "products", "location": "raw/products/", "format": "json",
         "step": "export_products"},
        {"view": "shop_*", "location": "raw/shop/shop_*/", "format": "parquet",
         "step": "export_tables"},
        {"view": "stations_*", "location": "raw/stations/*/", "format": "documents",
         "step": "load_stations"},
        {"view": "curated_leads_by_day", "location": "curated/leads_by_day/",
         "format": "parquet", "step": "process_sales"},
        {"view": "curated_marketing_by_day", "location": "curated/marketing_by_day/", "format": "parquet",
         "step": "process_marketing"},
        {"view": "curated_sales_marketing_csv", "location": "curated/sales_marketing_csv/",
         "format": "csv", "step": "join_sales_marketing"},
        {"view": "curated_stations_silver", "location": "curated/stations_silver/",
         "format": "parquet", "step": "stations_to_silver"}
      ]
      """;

  private static SparkSession root;

  private final Path directory;
  private final SparkSession spark;

  /** A lake below {@code directory}, and a session that shares nothing with other runs. */
  public GlueRun(Path directory) {
    this.directory = directory;
    this.spark = newSession();
  }

  /** A session of the one Spark of this JVM. */
  public static synchronized SparkSession newSession() {
    if (root == null) {
      root =
          SparkSession.builder()
              .master("local[2]")
              .config("spark.ui.enabled", "false")
              .config("spark.driver.host", "127.0.0.1")
              .config("spark.driver.bindAddress", "127.0.0.1")
              .config("spark.sql.shuffle.partitions", "2")
              .config("spark.sql.warehouse.dir", "target/warehouse")
              .getOrCreate();
    }
    return root.newSession();
  }

  /** The session of this run. */
  public SparkSession spark() {
    return spark;
  }

  /** The lake's location. */
  public String lake() {
    return "file:" + directory.resolve("lake");
  }

  /** Writes a file into the lake. */
  public GlueRun given(String path, String content) throws IOException {
    Path file = directory.resolve("lake").resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Puts the rows of a landed CSV file into the lake, as its validation does. */
  public GlueRun valid(String landingKey, String csv) throws IOException {
    String dataset = landingKey.substring(0, landingKey.indexOf('/'));
    DatasetContract contract = Contracts.fromClasspath().get(dataset);
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    ValidationReport report =
        new Validator(contract)
            .validate(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), rows);
    assertThat(report.valid()).as(report.summary()).isTrue();
    return given(Zones.rawCopy(contract, landingKey), rows.toString(StandardCharsets.UTF_8));
  }

  /** Runs a SQL text as step {@code step}; further arguments follow. */
  public void sql(String sql, String... more) throws Throwable {
    Path file = Files.writeString(directory.resolve("step.sql"), sql);
    sqlFile(file, "step", more);
  }

  /** Runs one of the repository's SQL files. */
  public void step(String step) throws Throwable {
    sqlFile(Path.of("sql", step + ".sql").toAbsolutePath(), step);
  }

  private void sqlFile(Path file, String step, String... more) throws Throwable {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("--job", "dev.sluice.glue.SqlJob");
    arguments.put("--JOB_NAME", "sluice-orders-" + step);
    arguments.put("--sql", "file:" + file);
    arguments.put("--lake", lake());
    arguments.put("--work", "file:" + directory.resolve("work") + "/");
    arguments.put("--step", step);
    arguments.put("--run", "run-1");
    arguments.put("--inputs", INPUTS);
    start(arguments, more);
  }

  /** Starts the script with these arguments, and throws what it throws. */
  public void start(Map<String, String> arguments, String... more) throws Throwable {
    List<String> args = new ArrayList<>();
    arguments.forEach(
        (name, value) -> {
          args.add(name);
          args.add(value);
        });
    args.addAll(List.of(more));
    glueApp(args.toArray(String[]::new));
  }

  /**
   * Calls the script's main. It lies in the unnamed package, as Glue wants it, so nothing can
   * import it.
   */
  public void glueApp(String... args) throws Throwable {
    SparkSession.setActiveSession(spark);
    try {
      Class.forName("GlueApp").getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException wrapped) {
      throw wrapped.getCause();
    }
  }

  /** The rows of a curated table. */
  public Dataset<Row> parquet(String path) {
    return spark.read().parquet(lake() + "/" + path);
  }

  /** The text of a file below the run's directory. */
  public String text(String path) throws IOException {
    return Files.readString(directory.resolve(path));
  }

  /** Names of the data files in a directory of the lake. */
  public List<String> files(String path) throws IOException {
    try (var files = Files.list(directory.resolve("lake").resolve(path))) {
      return files.map(f -> f.getFileName().toString()).filter(f -> f.startsWith("part-")).toList();
    }
  }

  /** SQL that writes the rows of a query to {@code curated/x}. */
  static String overwrite(String select) {
    return "INSERT OVERWRITE DIRECTORY '${lake}/curated/x' USING parquet " + select;
  }
}
