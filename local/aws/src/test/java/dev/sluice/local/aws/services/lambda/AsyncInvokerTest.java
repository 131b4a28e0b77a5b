package dev.sluice.local.aws.services.lambda;

import static dev.sluice.local.aws.services.lambda.LambdaFixture.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.local.aws.access.OpenGate;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.thread.Threads;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsyncInvokerTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:dead";
  private static final byte[] EVENT = "{\"n\":1}".getBytes();

  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private final FunctionRegistry functions = new FunctionRegistry();
  private final Threads threads = new Threads("lambda");
  private Clock clock = Clock.systemUTC();
  private HttpServer endpoint;
  private int attempts;

  @BeforeEach
  void start() throws Exception {
    endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    endpoint.createContext(
        "/",
        exchange -> {
          sent.add(
              exchange.getRequestHeaders().getFirst("X-Amz-Target")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    endpoint.start();
    functions.put(function("f", TestHandlers.Echo.class));
  }

  @AfterEach
  void stop() {
    endpoint.stop(0);
    threads.close();
  }

  @Test
  void shouldTryAgainUntilItSucceeds() throws Exception {
    Outcome outcome = run(1);

    assertThat(outcome.failed()).isFalse();
    assertThat(attempts).isEqualTo(2);
    assertThat(sent).isEmpty();
  }

  @Test
  void shouldSendWhatKeepsFailingToTheDestination() throws Exception {
    functions.putAsync("f", new FunctionRegistry.AsyncConfig(2, 21_600, QUEUE));

    Outcome outcome = run(99);

    assertThat(outcome.failed()).isTrue();
    assertThat(attempts).isEqualTo(3);
    assertThat(sent).hasSize(1).first().asString().startsWith("AmazonSQS.SendMessage ");
    JsonNode request = Payloads.read(sent.get(0).substring(22).getBytes());
    assertThat(request.path("QueueUrl").asText()).endsWith("/000000000000/dead");
    JsonNode record = Payloads.read(request.path("MessageBody").asText().getBytes());
    assertThat(record.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
    assertThat(record.at("/requestPayload/n").asInt()).isEqualTo(1);
    assertThat(record.at("/responsePayload/errorType").asText()).isEqualTo("Boom");
  }

  @Test
  void shouldNotTryAgainWhereTheConfigurationSaysSo() throws Exception {
    functions.putAsync("f", new FunctionRegistry.AsyncConfig(0, 21_600, null));

    assertThat(run(99).failed()).isTrue();
    assertThat(attempts).isEqualTo(1);
  }

  @Test
  void shouldRefuseAnUnknownFunctionAtOnce() {
    assertThatThrownBy(() -> invoker(0).invoke("nobody", EVENT)).isInstanceOf(ServiceError.class);
  }

  // https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html: throttling
  // returns the event to the queue, after 1 s at first, until it is older than it may be.
  @Test
  void shouldTryAThrottledEventAgainWithoutCountingItAsAFailure() throws Exception {
    functions.putAsync("f", new FunctionRegistry.AsyncConfig(0, 60, QUEUE));

    Outcome outcome = throttled(1).invoke("f", EVENT).get(20, TimeUnit.SECONDS);

    assertThat(outcome.failed()).isFalse();
    assertThat(attempts).isEqualTo(2);
    assertThat(sent).isEmpty();
  }

  @Test
  void shouldGiveUpAThrottledEventThatIsTooOld() throws Exception {
    functions.putAsync("f", new FunctionRegistry.AsyncConfig(2, 60, QUEUE));
    clock = new SteppingClock();

    Outcome outcome = throttled(99).invoke("f", EVENT).get(20, TimeUnit.SECONDS);

    assertThat(outcome.failed()).isTrue();
    JsonNode request = Payloads.read(sent.get(0).substring(22).getBytes());
    JsonNode record = Payloads.read(request.path("MessageBody").asText().getBytes());
    assertThat(record.at("/requestContext/condition").asText()).isEqualTo("EventAgeExceeded");
    assertThat(record.at("/requestContext/approximateInvokeCount").asInt()).isZero();
  }

  /** A minute passes from one question to the next. */
  private static final class SteppingClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      now = now.plusSeconds(60);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private AsyncInvoker throttled(int times) {
    return invoker(
        (name, event) -> {
          if (++attempts <= times) {
            throw new ServiceError("TooManyRequestsException", "Rate Exceeded.", 429);
          }
          return CompletableFuture.completedFuture(Outcome.success(event));
        });
  }

  private Outcome run(int failures) throws Exception {
    return invoker(failures).invoke("f", EVENT).get(20, TimeUnit.SECONDS);
  }

  private AsyncInvoker invoker(int failures) {
    return invoker(
        (name, event) ->
            CompletableFuture.completedFuture(
                ++attempts <= failures
                    ? Outcome.failure("{\"errorType\":\"Boom\"}".getBytes())
                    : Outcome.success(event)));
  }

  private AsyncInvoker invoker(BiFunction<String, byte[], CompletionStage<Outcome>> invoke) {
    String address = "http://127.0.0.1:" + endpoint.getAddress().getPort();
    return new AsyncInvoker(
        functions,
        invoke,
        new FailureDestination(service -> address, new OpenGate(), Clock.systemUTC()),
        threads,
        clock,
        20);
  }
}
