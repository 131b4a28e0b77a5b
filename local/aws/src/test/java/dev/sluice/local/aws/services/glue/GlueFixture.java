package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.aws.access.Credentials;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.access.OpenGate;
import dev.sluice.local.aws.spi.FunctionInvoker;
import dev.sluice.local.aws.spi.LocalContext;
import dev.sluice.local.aws.spi.Quotas;
import dev.sluice.local.aws.spi.SecretReader;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** A Glue service in a directory, with a worker that plays parts instead of running Spark. */
final class GlueFixture implements AutoCloseable {

  final OpenGate gate = new OpenGate();
  final GlueService glue;
  final Map<String, String> secrets = new LinkedHashMap<>();
  ObjectStore objects;
  Quotas quotas = Quotas.DEFAULT;
  private final Path state;

  GlueFixture(Path state) {
    this.state = state;
    this.glue = new GlueService(new Context(), new Launcher(), 1_500);
  }

  ObjectNode call(String operation, String input) throws Exception {
    return (ObjectNode)
        glue.jsonServices().get(0).operations().get(operation).call((ObjectNode) json(input));
  }

  /** The run once it satisfies the condition; fails after 20 s. */
  JsonNode await(String job, String run, Predicate<JsonNode> condition) throws Exception {
    JsonNode last = null;
    for (int i = 0; i < 400; i++) {
      last =
          call("GetJobRun", "{\"JobName\":\"" + job + "\",\"RunId\":\"" + run + "\"}")
              .get("JobRun");
      if (condition.test(last)) {
        return last;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the run stayed " + last);
  }

  Deployed deploy(String type, String properties, boolean changed) throws Exception {
    return glue.resourceHandlers().stream()
        .filter(handler -> handler.type().equals(type))
        .findFirst()
        .orElseThrow()
        .deploy(
            new Resource(
                "SluiceOrders",
                "Logical",
                type,
                (ObjectNode) json(properties),
                Map.of(),
                changed,
                null,
                (bucket, key) -> {
                  throw new IllegalArgumentException("no assets here");
                }));
  }

  /** A job whose runs do what --behave says. */
  void job(String name, int maxConcurrentRuns) throws Exception {
    job(name, maxConcurrentRuns, "s3://assets/sluice-glue.jar");
  }

  void job(String name, int maxConcurrentRuns, String jar) throws Exception {
    deploy(
        "AWS::Glue::Job",
        """
        {"Name":"%s","Role":"arn:aws:iam::000000000000:role/glue","GlueVersion":"6.0",
         "Command":{"Name":"glueetl","ScriptLocation":"s3://assets/GlueApp.scala"},
         "DefaultArguments":{"--class":"GlueApp","--extra-jars":"%s","--step":"s"},
         "ExecutionProperty":{"MaxConcurrentRuns":%d},"Timeout":60,"Tags":{"a":"b"}}
        """
            .formatted(name, jar, maxConcurrentRuns),
        true);
  }

  static JsonNode json(String text) throws JsonProcessingException {
    return Json.parse(text);
  }

  @Override
  public void close() {
    glue.close();
  }

  private final class Launcher implements LazyWorker.Launcher {
    @Override
    public Process launch() throws IOException {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              FakeWorker.class.getName())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    }

    @Override
    public String log() {
      return "worker.log";
    }
  }

  private final class Context implements LocalContext {
    @Override
    public Path directory(String name) {
      try {
        return Files.createDirectories(state.resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Clock clock() {
      return Clock.systemUTC();
    }

    @Override
    public Quotas quotas() {
      return quotas;
    }

    @Override
    public ObjectStore objects() {
      return objects;
    }

    @Override
    public FunctionInvoker functions() {
      throw new UnsupportedOperationException("no functions here");
    }

    @Override
    public SecretReader secrets() {
      return secrets::get;
    }

    @Override
    public Gatekeeper gate() {
      return gate;
    }

    @Override
    public Map<String, String> childEnvironment(Credentials credentials) {
      return childEnvironment();
    }

    @Override
    public Map<String, String> childEnvironment() {
      return Map.of();
    }

    @Override
    public String endpoint(String service) {
      return "http://127.0.0.1:1";
    }

    @Override
    public void progress(String line) {}
  }
}
