package dev.sluice.glue.bench;

import dev.sluice.glue.GlueRun;
import dev.sluice.glue.jdbc.Database;
import dev.sluice.glue.jdbc.Partitions;
import dev.sluice.glue.jdbc.Secret;
import dev.sluice.glue.jdbc.Snapshot;
import dev.sluice.glue.jdbc.Table;
import dev.sluice.glue.jdbc.TableRows;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.postgresql.PGConnection;

/**
 * How fast one wide table leaves PostgreSQL: as Parquet in partitions, as Parquet in one, and by
 * COPY to a file, on this machine, one after the other. Not a test. Run it with
 *
 * <pre>{@code
 * java @glue-scripts/src/test/jvm.options -XX:TieredStopAtLevel=4 -Xmx2g -cp \
 *   glue-scripts/target/test-classes:glue-scripts/target/classes:$(cat glue-scripts/target/bench-classpath) \
 *   dev.sluice.glue.bench.ExportBench [rows, 5000000 without]
 * }</pre>
 */
public final class ExportBench {
  private static final long ROWS = 5_000_000;
  private static final long WARM_UP_ROWS = 100_000;
  private static final String WIDE =
      """
      CREATE UNLOGGED TABLE wide AS
      SELECT i AS id, (i * 7919 %% 1000003)::numeric(18,4) / 100 AS amount, (i %% 97)::numeric(9,2) AS rate,
        TIMESTAMPTZ '2020-01-01' + i * interval '17 seconds' AS placed_at, DATE '2020-01-01' + (i %% 2000)::int AS day,
        'customer ' || i AS customer, md5(i::text) AS token, repeat('note ', (i %% 9)::int) AS note,
        CASE WHEN i %% 5 = 0 THEN NULL ELSE 'street ' || i %% 10007 END AS street, 'city ' || i %% 401 AS city,
        (i %% 100)::int AS quantity, (i %% 7)::smallint AS weekday, (i * 31 %% 65537)::int AS product, i * 3 AS parent,
        i / 3.7::float8 AS latitude, sqrt(i) AS longitude, i %% 2 = 0 AS active, i %% 3 = 0 AS paid,
        jsonb_build_object('a', i %% 10, 'b', 'x') AS meta
      FROM generate_series(1, %d::bigint) AS i
      """;

  private final SparkSession spark;
  private final Database database;
  private final Path directory;

  private ExportBench(SparkSession spark, Database database, Path directory) {
    this.spark = spark;
    this.database = database;
    this.directory = directory;
  }

  /** Runs the comparison and prints it. */
  public static void main(String[] args) throws Exception {
    long rows = args.length > 0 ? Long.parseLong(args[0]) : ROWS;
    int cores = Math.max(2, Runtime.getRuntime().availableProcessors());
    Path directory = Files.createTempDirectory("sluice-bench");
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("max_wal_size", "4GB")
            .start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", "");
      Database database = new Database(url, new Secret("postgres", "postgres"));
      System.out.printf("writing a table of %,d rows%n", rows);
      execute(
          postgres,
          WIDE.formatted(rows),
          "ALTER TABLE wide ADD PRIMARY KEY (id)",
          "ANALYZE wide",
          "CREATE TABLE warm AS SELECT * FROM wide WHERE id <= " + WARM_UP_ROWS);
      SparkSession spark = GlueRun.newSession();
      spark.conf().set("spark.sql.session.timeZone", "UTC");
      ExportBench bench = new ExportBench(spark, database, directory);
      bench.export("warm", cores);
      double copy = bench.copy(postgres);
      double single = bench.export("wide", 1);
      double partitioned = bench.export("wide", cores);
      say("COPY to a file", rows, copy);
      say("Parquet, 1 partition", rows, single);
      say("Parquet, " + cores + " partitions", rows, partitioned);
      System.out.printf(
          Locale.ROOT,
          "partitioned is %.2f times as fast as a single partition and takes %.2f times as long as COPY (%d cores, %s %s)%n",
          single / partitioned,
          partitioned / copy,
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("os.name"),
          System.getProperty("os.arch"));
    } finally {
      delete(directory);
    }
  }

  private double export(String name, int partitions) throws Exception {
    long start = System.nanoTime();
    try (Snapshot snapshot = Snapshot.open(database)) {
      Table table = Table.read(snapshot, name);
      List<String> conditions =
          Partitions.of(snapshot, table, "id", partitions, TableRows.partitionAlias(table));
      new TableRows(spark, database, snapshot, table)
          .read(Optional.of("id"), conditions)
          .write()
          .parquet(directory.resolve(name + partitions).toUri().toString());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private double copy(EmbeddedPostgres postgres) throws Exception {
    long start = System.nanoTime();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        OutputStream out = Files.newOutputStream(directory.resolve("wide.csv"))) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("COPY wide TO STDOUT WITH (FORMAT csv)", out);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static void say(String what, long rows, double seconds) {
    System.out.printf(
        Locale.ROOT, "%-24s %7.1f s  %,10.0f rows/s%n", what, seconds, rows / seconds);
  }

  private static void execute(EmbeddedPostgres postgres, String... statements) throws Exception {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
