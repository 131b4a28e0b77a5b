package dev.sluice.local.aws.services.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.aws.access.Credentials;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.access.OpenGate;
import dev.sluice.local.aws.spi.FunctionInvoker;
import dev.sluice.local.aws.spi.LocalContext;
import dev.sluice.local.aws.spi.Quotas;
import dev.sluice.local.aws.spi.SecretReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Lambda service of its own in a directory, with functions from the test's class path. */
final class LambdaFixture implements AutoCloseable {
  static final String ROLE = "arn:aws:iam::000000000000:role/function";

  final OpenGate gate = new OpenGate();
  final List<String> progress = new ArrayList<>();
  final LambdaService lambda;
  private final Path state;
  private final Quotas quotas;

  LambdaFixture(Path state) throws IOException {
    this(state, Quotas.DEFAULT);
  }

  LambdaFixture(Path state, Quotas quotas) throws IOException {
    this.state = state;
    this.quotas = quotas;
    this.lambda = new LambdaService(new Context());
    lambda.start();
  }

  LambdaFixture(Path state, LambdaService.Client client) throws IOException {
    this.state = state;
    this.quotas = Quotas.DEFAULT;
    this.lambda = new LambdaService(new Context(), client);
    lambda.start();
  }

  /** A function with 256 MB and a timeout of 10 s. */
  static FunctionConfig function(String name, Class<?> handler) {
    return function(name, handler.getName(), Map.of(), 256, 10, null);
  }

  static FunctionConfig function(
      String name,
      String handler,
      Map<String, String> environment,
      int memoryMb,
      int timeoutSeconds,
      Integer reserved) {
    return new FunctionConfig(
        name,
        "",
        "java17",
        handler,
        List.of(location(TestHandlers.class), location(RequestStreamHandler.class)),
        location(TestHandlers.class),
        environment,
        memoryMb,
        timeoutSeconds,
        reserved,
        null,
        ROLE,
        false,
        "/aws/lambda/" + name);
  }

  static Path location(Class<?> type) {
    return Path.of(
        java.net.URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  String deploy(FunctionConfig function) {
    lambda.deploy(function);
    return function.name();
  }

  Outcome invoke(String function, String event) throws Exception {
    return lambda
        .invoke(function, event.getBytes(StandardCharsets.UTF_8))
        .get(60, TimeUnit.SECONDS);
  }

  static String text(Outcome outcome) {
    return new String(outcome.payload(), StandardCharsets.UTF_8);
  }

  String log(String function) throws IOException {
    return Files.readString(state.resolve("logs/lambda/" + function + ".log"));
  }

  Path cache() {
    return state.resolve("cache/lambda");
  }

  LocalContext context() {
    return new Context();
  }

  @Override
  public void close() {
    lambda.close();
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
      throw new UnsupportedOperationException("no objects here");
    }

    @Override
    public FunctionInvoker functions() {
      return lambda;
    }

    @Override
    public SecretReader secrets() {
      throw new UnsupportedOperationException("no secrets here");
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
      Map<String, String> variables = new LinkedHashMap<>();
      variables.put("AWS_REGION", "us-east-1");
      variables.put("AWS_ACCESS_KEY_ID", "local");
      return variables;
    }

    @Override
    public String endpoint(String service) {
      return "http://127.0.0.1:1";
    }

    @Override
    public void progress(String line) {
      progress.add(line);
    }
  }
}
