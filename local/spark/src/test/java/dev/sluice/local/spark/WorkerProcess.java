package dev.sluice.local.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A worker in a process of its own, as the local Glue starts it. */
final class WorkerProcess implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 120;

  private final Path directory;
  private final Process process;
  private final BufferedWriter requests;
  private final BlockingQueue<JsonNode> replies = new LinkedBlockingQueue<>();

  WorkerProcess(Path directory) throws Exception {
    this(directory, Map.of());
  }

  WorkerProcess(Path directory, Map<String, String> environment) throws Exception {
    this.directory = directory;
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "@" + Path.of(WorkerProcess.class.getResource("/worker.options").toURI()),
                "-cp",
                classPath(),
                "dev.sluice.local.spark.Worker",
                "--cache",
                directory.resolve("cache").toString())
            .redirectError(directory.resolve("worker.log").toFile());
    builder.environment().putAll(environment);
    process = builder.start();
    requests = process.outputWriter(StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "replies");
    reader.setDaemon(true);
    reader.start();
  }

  /** Without the tests, so that nothing works only because they are there. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void read() {
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        replies.add(JSON.readTree(line));
      }
    } catch (IOException ended) {
      replies.add(JSON.createObjectNode().put("broken", ended.toString()));
    }
  }

  /** The next reply. */
  String reply() throws Exception {
    JsonNode reply = replies.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (reply == null) {
      throw new AssertionError(
          "no reply; the worker said: " + Files.readString(directory.resolve("worker.log")));
    }
    return reply.toString();
  }

  /** Sends a line. */
  void send(String line) throws IOException {
    requests.write(line + "\n");
    requests.flush();
  }

  /** Starts the test script. */
  void run(String id, String what, String... jars) throws IOException {
    runScript(id, Path.of("src/test/scripts/Script.scala"), "Script", what, jars);
  }

  void runScript(String id, Path script, String name, String what, String... jars)
      throws IOException {
    runScript(id, script.toAbsolutePath().toUri().toString(), name, what, "grüß dich", jars);
  }

  /** Starts a script as the role of the run's own name. */
  void runScript(String id, String script, String name, String what, String text, String... jars)
      throws IOException {
    ObjectNode request =
        JSON.createObjectNode()
            .put("run", id)
            .put("scriptUri", script)
            .put("scriptClass", name)
            .put("log", log(id).toString());
    List.of(jars).forEach(request.putArray("extraJars")::add);
    request.putObject("arguments").put("--do", what).put("--text", text);
    request
        .putObject("credentials")
        .put("accessKeyId", "key-of-" + id)
        .put("secretAccessKey", "secret-of-" + id)
        .put("sessionToken", "token-of-" + id);
    send(request.toString());
  }

  /** Runs the test script and gives the last of its replies. */
  String ended(String id, String what, String... jars) throws Exception {
    run(id, what, jars);
    reply();
    return reply();
  }

  /** Waits until all of these have succeeded. */
  void succeed(List<String> ids) throws Exception {
    Set<String> running = new TreeSet<>(ids);
    while (!running.isEmpty()) {
      JsonNode reply = JSON.readTree(reply());
      if (reply.path("state").asText().equals("SUCCEEDED")) {
        running.remove(reply.path("run").asText());
      } else if (!reply.path("state").asText().equals("RUNNING")) {
        Path log = log(reply.path("run").asText());
        throw new AssertionError("a run failed: %s %s".formatted(reply, Files.readString(log)));
      }
    }
  }

  /** The lines of a run's log. */
  List<String> logged(String id) throws IOException {
    return Files.readAllLines(log(id));
  }

  /** Waits until a run's log has a line that contains the text. */
  void awaitLogged(String id, String text) throws Exception {
    awaitText(log(id), text);
  }

  /** The same for what the worker says by itself. */
  void awaitOwnLog(String text) throws Exception {
    awaitText(directory.resolve("worker.log"), text);
  }

  private static void awaitText(Path log, String text) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.exists(log) || !Files.readString(log).contains(text)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(log + " never said " + text);
      }
      Thread.sleep(50);
    }
  }

  private Path log(String id) {
    return directory.resolve("logs").resolve(id + ".log");
  }

  /** All replies that have not been read, without waiting. */
  List<String> rest() {
    List<JsonNode> rest = new ArrayList<>();
    replies.drainTo(rest);
    return rest.stream().map(JsonNode::toString).toList();
  }

  /** Ends stdin and waits for the process. */
  int endOfInput() throws Exception {
    requests.close();
    return exitCode();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the worker does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
