package dev.sluice.local.spark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.base.thread.DaemonThreads;
import dev.sluice.local.spark.role.CallerProperties;
import dev.sluice.local.spark.role.CallingRun;
import dev.sluice.local.spark.role.Credentials;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The local Glue worker. Start it with {@code java @worker.options -cp …
 * dev.sluice.local.spark.Worker --cache DIR}; the argument file lies beside this package's classes.
 * {@code --warm-up} starts Spark, runs a little of everything and exits, which serves to make a
 * class-data archive ({@code -XX:ArchiveClassesAtExit}).
 *
 * <p>Requests on stdin, one JSON object a line:
 *
 * <pre>{@code
 * {"run":"jr_1","scriptUri":"s3://…","scriptClass":"GlueApp","extraJars":["s3://…"],"arguments":{"--job":"…"},"log":"/path","credentials":{…}}
 * {"stop":"jr_1"}
 * {"schema":"s3://bucket/prefix/","request":"id","credentials":{…}}
 * }</pre>
 *
 * <p>Runs and schemas call AWS with the {@code accessKeyId}, {@code secretAccessKey} and {@code
 * sessionToken} of their request's credentials; the worker has none of its own.
 *
 * <p>Replies on stdout, which carries nothing else:
 *
 * <pre>{@code
 * {"ready":true}
 * {"run":"jr_1","state":"RUNNING"}                   then SUCCEEDED, STOPPED, or FAILED with "error"
 * {"request":"id","format":"csv","columns":[{"name":"date","type":"date"}]}      or "error"
 * }</pre>
 *
 * <p>What jobs print and log goes to their log, the rest to stderr. The worker exits with 0 when
 * stdin ends, with 2 where its arguments are wrong.
 */
public final class Worker {
  private static final int USAGE = 2;

  private final Workshop workshop;
  private final ExecutorService schemas =
      Executors.newSingleThreadExecutor(DaemonThreads.named("schemas"));

  private Worker(Workshop workshop) {
    this.workshop = workshop;
  }

  /** Runs until stdin ends. */
  public static void main(String[] args) throws IOException {
    List<String> arguments = List.of(args);
    int at = arguments.indexOf("--cache");
    if (at < 0 || at + 1 >= arguments.size()) {
      System.err.println("Worker: expected --cache DIRECTORY [--warm-up], found " + arguments);
      System.exit(USAGE);
    }
    PrintStream out = System.out;
    RunLogs logs = RunLogs.install();
    CallerProperties.install();
    Path cache = Files.createDirectories(Path.of(arguments.get(at + 1)).toAbsolutePath());
    Path scratch = Scratch.create();
    Replies replies = new Replies(out);
    WarmSpark spark = new WarmSpark(System.getenv(), scratch);
    Workshop workshop = new Workshop(spark, logs, replies, cache);
    WarmUp.run(spark.newSession(), scratch);
    if (arguments.contains("--warm-up")) {
      WarmUp.more(spark.newSession(), scratch);
    }
    replies.ready();
    if (!arguments.contains("--warm-up")) {
      Runtime.getRuntime().addShutdownHook(new Thread(workshop::exiting, "exiting"));
      new Worker(workshop).serve();
      workshop.stopAll();
    }
    spark.stop();
    System.exit(0);
  }

  private void serve() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isBlank()) {
        continue;
      }
      try {
        take(Json.parse(line));
      } catch (IllegalArgumentException bad) {
        // The request itself has secrets in it.
        System.err.println("Worker: cannot take a request: " + bad.getMessage());
      }
    }
  }

  private void take(JsonNode request) {
    if (request.hasNonNull("stop")) {
      workshop.stop(request.get("stop").asText());
    } else if (request.hasNonNull("schema")) {
      schemas.execute(() -> schema(request));
    } else if (request.hasNonNull("run")) {
      run(request);
    } else {
      throw new IllegalArgumentException("expected one of run, stop, schema");
    }
  }

  private void run(JsonNode request) {
    try {
      workshop.start(RunRequest.of(request));
    } catch (RuntimeException bad) {
      bad.printStackTrace();
      workshop.replies().failed(request.get("run").asText(), Sentence.of(bad, null));
    }
  }

  private void schema(JsonNode request) {
    String id = request.path("request").asText();
    String caller = "schema " + id;
    try {
      var session = workshop.spark().newSession();
      CallingRun.begin(caller, Credentials.of(request));
      CallingRun.beginJobs(session.sparkContext());
      workshop.replies().schema(id, Schemas.read(session, request.get("schema").asText()));
    } catch (Exception failure) {
      failure.printStackTrace();
      workshop.replies().schemaFailed(id, Sentence.of(failure, null));
    } finally {
      CallingRun.end(caller);
    }
  }
}
