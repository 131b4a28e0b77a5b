package dev.sluice.demo.stations.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.demo.http.Answer;
import dev.sluice.demo.http.ApiKey;
import dev.sluice.demo.http.Request;
import dev.sluice.demo.stations.StationFeeds;
import dev.sluice.demo.stations.StationsApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The stations' API on a port of the loopback interface, whose clock, key and faults a test sets.
 * Thread-safe.
 */
public final class StationsServer implements AutoCloseable {
  private static final long SEED = 1;

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Script script = new Script();
  private final AtomicReference<Instant> now;
  private final StationsApi api;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "stations-server");
            thread.setDaemon(true);
            return thread;
          });
  private volatile ApiKey key;
  private HttpServer listener;
  private int port;

  private StationsServer(Instant begin) {
    now = new AtomicReference<>(begin);
    api = new StationsApi(new StationFeeds(SEED), now::get);
  }

  /** Listens on a free port; the clock stands at this instant. */
  public static StationsServer start(Instant now) {
    StationsServer server = new StationsServer(now);
    server.up();
    return server;
  }

  /** From now on, clients must send this key. */
  public StationsServer demand(String apiKey) {
    key = new ApiKey(apiKey);
    return this;
  }

  /** What clients put before {@code /station_status.json}. It stays, whether down or up. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Moves the clock, which stands otherwise; back where the duration is negative. */
  public void advance(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  /** The next so many requests get this answer, after those of earlier calls. */
  public void failNext(int times, Answer fault) {
    script.next(times, fault);
  }

  /** Every request gets this answer until {@link #heal}. */
  public void failAlways(Answer fault) {
    script.always(fault);
  }

  /** No faults any more. */
  public void heal() {
    script.clear();
  }

  /** Refuses connections until {@link #up}. */
  public synchronized void down() {
    if (listener != null) {
      listener.stop(0);
      listener = null;
    }
  }

  /** Listens, on the same port as before. */
  public synchronized void up() {
    if (listener != null) {
      return;
    }
    try {
      listener =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("the stations' server cannot listen on port " + port, e);
    }
    port = listener.getAddress().getPort();
    listener.createContext("/", this::answer);
    listener.setExecutor(threads);
    listener.start();
  }

  /** What clients asked for, in the order of arrival, faults included. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    down();
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = request(exchange);
      requests.add(request);
      Answer answer = script.take().orElseGet(() -> rightAnswer(request));
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      int length = answer.body().length;
      exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
      if (length > 0) {
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  private Answer rightAnswer(Request request) {
    return Optional.ofNullable(key)
        .flatMap(demanded -> demanded.refusal(request))
        .orElseGet(() -> api.answer(request));
  }

  private Request request(HttpExchange exchange) {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    return new Request(
        exchange.getRequestMethod(), url(), exchange.getRequestURI().getPath(), headers);
  }
}
