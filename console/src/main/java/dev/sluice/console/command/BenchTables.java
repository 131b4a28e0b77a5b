package dev.sluice.console.command;

import dev.sluice.console.aws.Target;
import dev.sluice.console.error.UserError;
import dev.sluice.console.local.Home;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Many tables in the shop's database, and the list of tables to export that names them. */
final class BenchTables {
  private static final int ONE_FAILS_IN = 20;

  private final Home home;
  private final Target target;
  private final int count;

  BenchTables(Home home, Target target, int count) {
    this.home = home;
    this.target = target;
    this.count = count;
  }

  /** Makes the tables and lists them. */
  Void make() throws IOException, InterruptedException {
    change("make", 1);
    StringBuilder list = new StringBuilder("table,partition column,partitions\n");
    for (int i = 1; i <= count; i++) {
      list.append("bench_").append(i).append(",id,1\n");
    }
    try (S3Client s3 = target.s3()) {
      put(s3, list.toString());
    }
    return null;
  }

  /** Gives the last one in twenty other names: the first that fails ends the export. */
  void hide() throws IOException, InterruptedException {
    change("hide", firstHidden());
  }

  void show() throws IOException, InterruptedException {
    change("show", firstHidden());
  }

  private int firstHidden() {
    return count - Math.max(1, count / ONE_FAILS_IN) + 1;
  }

  /** The deployed list is the only CSV file among the assets. */
  private static void put(S3Client s3, String list) {
    for (Bucket bucket : s3.listBuckets().buckets()) {
      for (S3Object object : s3.listObjectsV2Paginator(r -> r.bucket(bucket.name())).contents()) {
        if (object.key().matches("[0-9a-f]{64}\\.csv")) {
          s3.putObject(
              r -> r.bucket(bucket.name()).key(object.key()), RequestBody.fromString(list));
          return;
        }
      }
    }
    throw new IllegalStateException("found no list of tables among the deployment's assets");
  }

  private void change(String how, int first) throws IOException, InterruptedException {
    Map<String, String> arguments;
    try (GlueClient glue = target.glue()) {
      arguments =
          glue.getJob(r -> r.jobName("sluice-orders-export_table")).job().defaultArguments();
    }
    String java = System.getenv("SLUICE_JAVA");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    java == null ? "java" : java,
                    "-cp",
                    home.root().resolve("demo/target/classes")
                        + File.pathSeparator
                        + home.root().resolve("demo/target/sluice-demo.jar"),
                    "dev.sluice.demo.bench.ManyTables",
                    arguments.get("--jdbc-url"),
                    arguments.get("--secret-arn"),
                    how,
                    String.valueOf(first),
                    String.valueOf(count)))
            .inheritIO();
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_ENDPOINT_URL",
                target.endpoint().orElseThrow().defaultEndpoint().toString(),
                "AWS_REGION",
                target.endpoint().orElseThrow().region(),
                "AWS_ACCESS_KEY_ID",
                Target.ADMINISTRATOR.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY",
                Target.ADMINISTRATOR.secretAccessKey()));
    if (builder.start().waitFor() != 0) {
      throw UserError.unavailable(
          "the tables of the measurement could not be changed (" + how + "); see above.");
    }
  }
}
