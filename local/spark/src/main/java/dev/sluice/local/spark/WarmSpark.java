package dev.sluice.local.spark;

import dev.sluice.local.spark.role.CallingRun;
import dev.sluice.local.spark.role.RunFileSystem;
import dev.sluice.local.spark.role.RunFiles;
import dev.sluice.local.spark.role.TaskThreads;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.mapreduce.lib.output.FileOutputCommitterFactory;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.classic.SparkSession$;

/**
 * The Spark of this JVM: small, without a web page, with S3 at the endpoint that the environment
 * names.
 */
final class WarmSpark {
  private static final int LEAST_CORES = 2;

  private final Map<String, String> environment;
  private final Path scratch;
  private SparkSession root;

  /**
   * Starts nothing yet.
   *
   * @param environment of the process: AWS_ENDPOINT_URL_S3 or AWS_ENDPOINT_URL, and AWS_REGION
   * @param scratch directory for Spark's files
   */
  WarmSpark(Map<String, String> environment, Path scratch) {
    this.environment = environment;
    this.scratch = scratch;
  }

  /**
   * A session that shares nothing with others but the executors. Starts Spark where it does not
   * run.
   */
  synchronized org.apache.spark.sql.classic.SparkSession newSession() {
    if (root == null || root.sparkContext().isStopped()) {
      // A job may have stopped the context, which on Glue ends only itself.
      SparkSession$.MODULE$.clearActiveSession();
      SparkSession$.MODULE$.clearDefaultSession();
      root = SparkSession.builder().config(configuration()).getOrCreate();
      CallingRun.driver(root.sparkContext());
    }
    return (org.apache.spark.sql.classic.SparkSession) root.newSession();
  }

  synchronized void stop() {
    if (root != null) {
      root.stop();
    }
  }

  private SparkConf configuration() {
    int cores = Math.max(LEAST_CORES, Runtime.getRuntime().availableProcessors());
    SparkConf conf =
        new SparkConf(false)
            .setMaster("local[" + cores + "]")
            .setAppName("sluice")
            .set("spark.ui.enabled", "false")
            .set("spark.ui.showConsoleProgress", "false")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1")
            .set("spark.scheduler.mode", "FAIR")
            .set("spark.plugins", TaskThreads.class.getName())
            .set("spark.local.dir", scratch.resolve("local").toString())
            .set("spark.sql.warehouse.dir", scratch.resolve("warehouse").toUri().toString())
            .set("spark.sql.catalogImplementation", "in-memory")
            .set("spark.sql.session.timeZone", "UTC")
            .set("spark.sql.shuffle.partitions", "2")
            // Listeners of thousands of finished jobs would keep their plans in memory.
            .set("spark.sql.ui.retainedExecutions", "1")
            .set("spark.ui.retainedJobs", "10")
            .set("spark.ui.retainedStages", "10");
    s3(conf);
    return conf;
  }

  private void s3(SparkConf conf) {
    for (String scheme : List.of("s3", "s3a")) {
      hadoop(conf, "fs." + scheme + ".impl", RunFileSystem.class.getName());
      hadoop(conf, "fs." + scheme + ".impl.disable.cache", "true");
    }
    hadoop(conf, "fs.AbstractFileSystem.s3a.impl", RunFiles.class.getName());
    // S3A's own factory makes nothing else as long as no job asks for its committers, but takes
    // only S3A itself for a file system.
    hadoop(
        conf,
        "mapreduce.outputcommitter.factory.scheme.s3a",
        FileOutputCommitterFactory.class.getName());
    hadoop(conf, "fs.s3a.endpoint.region", environment.getOrDefault("AWS_REGION", "us-east-1"));
    endpoint()
        .ifPresent(
            endpoint -> {
              hadoop(conf, "fs.s3a.endpoint", endpoint);
              boolean tls = "https".equals(URI.create(endpoint).getScheme());
              hadoop(conf, "fs.s3a.connection.ssl.enabled", String.valueOf(tls));
            });
    hadoop(conf, "fs.s3a.path.style.access", "true");
    hadoop(conf, "fs.s3a.bucket.probe", "0");
    hadoop(conf, "fs.s3a.threads.max", "8");
    hadoop(conf, "fs.s3a.connection.maximum", "32");
    hadoop(conf, "fs.s3a.fast.upload.buffer", "bytebuffer");
    hadoop(conf, "fs.s3a.attempts.maximum", "3");
    // A local S3 that does not answer is down; by default S3A would try for minutes.
    hadoop(conf, "fs.s3a.retry.limit", "2");
    hadoop(conf, "fs.s3a.retry.interval", "200ms");
    hadoop(conf, "fs.s3a.connection.establish.timeout", "5s");
    hadoop(conf, "mapreduce.fileoutputcommitter.algorithm.version", "2");
  }

  private Optional<String> endpoint() {
    String s3 = environment.get("AWS_ENDPOINT_URL_S3");
    return Optional.ofNullable(s3 == null ? environment.get("AWS_ENDPOINT_URL") : s3);
  }

  private static void hadoop(SparkConf conf, String name, String value) {
    conf.set("spark.hadoop." + name, value);
  }
}
