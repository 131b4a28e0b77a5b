package dev.sluice.local.spark;

import static org.apache.spark.sql.functions.broadcast;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.SparkSession;
import software.amazon.awssdk.services.s3.S3Client;

/** Calls S3 in every way in which a job does, below the folder that the last argument names. */
public final class LakeJob {
  private final SparkSession spark = SparkSession.builder().getOrCreate();
  private final Configuration configuration = spark.sparkContext().hadoopConfiguration();
  private final String home;

  private LakeJob(String home) {
    this.home = home;
  }

  /** Fails where an answer is not what it should be. */
  public static void main(String[] args) throws Exception {
    LakeJob job = new LakeJob(args[args.length - 1]);
    job.tables();
    job.otherNames();
    job.files();
    job.sdk();
  }

  /** Tasks write and the driver commits by renames; tasks read, on threads of theirs too. */
  private void tables() {
    String table = home + "rows";
    spark.range(0, 40, 1, 4).write().mode("overwrite").parquet(table);
    spark.range(0, 40, 1, 4).toDF("more").write().mode("append").parquet(table);
    var rows = spark.read().option("mergeSchema", true).parquet(table);
    require(rows.columns().length == 2);
    require(rows.join(broadcast(rows.select("id")), "id").count() == 40);
  }

  /** By its other scheme, and by Hadoop's other interface. */
  private void otherNames() throws IOException {
    String other = home.replace("s3://", "s3a://") + "other";
    spark.range(3).write().csv(other);
    require(spark.read().csv(other).count() == 3);
    require(
        FileContext.getFileContext(URI.create(other), configuration)
            .util()
            .exists(new Path(other)));
  }

  private void files() throws Exception {
    var pool = Executors.newFixedThreadPool(2);
    Path made = new Path(home + "pool");
    pool.submit(
            () -> {
              made.getFileSystem(configuration).create(made, true).close();
              return null;
            })
        .get();
    pool.shutdown();
    Path moved = new Path(home + "moved");
    var system = moved.getFileSystem(configuration);
    require(system.rename(made, moved));
    try (var bulk = system.createBulkDelete(new Path(home))) {
      require(bulk.pageSize() > 1);
      require(bulk.bulkDelete(List.of(moved, made)).isEmpty());
    }
  }

  private void sdk() {
    String folder = home;
    ask(folder + "sdk-driver");
    spark
        .range(0, 1, 1, 1)
        .foreachPartition((ForeachPartitionFunction<Long>) rows -> ask(folder + "sdk-task"));
  }

  private static void ask(String location) {
    URI uri = URI.create(location);
    try (S3Client client = S3Client.builder().forcePathStyle(true).build()) {
      client.listObjectsV2(ask -> ask.bucket(uri.getHost()).prefix(uri.getPath().substring(1)));
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("S3 answered something else");
    }
  }
}
