import java.util.concurrent.{Executors, TimeUnit}

import org.apache.hadoop.fs.{FileContext, Path}
import org.apache.spark.sql.SparkSession
import org.apache.spark.sql.functions.broadcast
import software.amazon.awssdk.services.s3.S3Client

/** Calls S3 in every way in which a job does, below the folder that --text names. */
object Lake {
  def main(args: Array[String]): Unit = {
    val options = args.grouped(2).map(pair => pair(0) -> pair(1)).toMap
    val home = options("--text")
    val spark = SparkSession.builder().getOrCreate()
    val configuration = spark.sparkContext.hadoopConfiguration
    def files(path: String) = new Path(path).getFileSystem(configuration)
    def write(path: String): Unit = files(path).create(new Path(path), true).close()

    // Tasks write, the driver commits by renames; tasks read, on threads of theirs too.
    spark.range(0, 40, 1, 4).write.mode("overwrite").parquet(home + "rows")
    spark.range(0, 40, 1, 4).toDF("more").write.mode("append").parquet(home + "rows")
    val rows = spark.read.option("mergeSchema", true).parquet(home + "rows")
    require(rows.columns.length == 2)
    require(rows.join(broadcast(spark.read.parquet(home + "rows").select("id")), "id").count() == 40)

    // The other name of the same file system.
    val other = home.replace("s3://", "s3a://") + "other"
    spark.range(3).write.csv(other)
    require(spark.read.csv(other).count() == 3)
    val context = FileContext.getFileContext(new java.net.URI(other), configuration)
    require(context.util.exists(new Path(other)))

    val pool = Executors.newFixedThreadPool(2)
    pool.submit((() => write(home + "pool")): Runnable).get()
    pool.shutdown()
    require(pool.awaitTermination(1, TimeUnit.MINUTES))

    val system = files(home)
    require(system.rename(new Path(home + "pool"), new Path(home + "moved")))
    val bulk = system.createBulkDelete(new Path(home))
    require(bulk.pageSize > 1)
    val remaining = java.util.List.of(new Path(home + "moved"))
    require(bulk.bulkDelete(remaining).isEmpty)
    bulk.close()

    val bucket = new java.net.URI(home).getHost
    val key = new java.net.URI(home).getPath.substring(1)
    Lake.ask(bucket, key + "sdk-driver")
    spark.sparkContext.parallelize(Seq("sdk-task"), 1).foreach(name => Lake.ask(bucket, key + name))
  }

  private def ask(bucket: String, key: String): Unit = {
    val client = S3Client.builder().forcePathStyle(true).build()
    client.listObjectsV2(_.bucket(bucket).prefix(key))
    client.close()
  }
}
