package dev.sluice.lambda.load;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A source of feeds on loopback that answers what it is told to, and remembers what was asked. */
public final class FakeSource implements AutoCloseable {

  /** What answers a request. */
  @FunctionalInterface
  public interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Deque<Reply>> replies = new TreeMap<>();
  private final List<String> paths = new ArrayList<>();
  private final List<Headers> headers = new ArrayList<>();

  /** Speaks http. */
  public FakeSource() throws IOException {
    this(HttpServer.create(loopback(), 0));
  }

  private FakeSource(HttpServer server) {
    this.server = server;
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Speaks https with that certificate. */
  static FakeSource secure(SSLContext certificate) throws IOException {
    HttpsServer server = HttpsServer.create(loopback(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate));
    return new FakeSource(server);
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Where the feeds are. */
  public String base() {
    return "http://127.0.0.1:" + port() + "/gbfs";
  }

  /** Answers in turn; the last of them for ever. */
  public FakeSource answers(String feed, Reply... inTurn) {
    synchronized (replies) {
      replies.put("/gbfs/" + feed + ".json", new ArrayDeque<>(List.of(inTurn)));
    }
    return this;
  }

  /** Paths that were asked for, in order. */
  public List<String> paths() {
    synchronized (replies) {
      return List.copyOf(paths);
    }
  }

  /** A header of the last request, null where it had none. */
  public String lastHeader(String name) {
    synchronized (replies) {
      return headers.get(headers.size() - 1).getFirst(name);
    }
  }

  /** A status without a body; headers as names and values in turn. */
  public static Reply status(int status, String... more) {
    return exchange -> {
      add(exchange, more);
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /** Status 200 with that body; headers as names and values in turn. */
  public static Reply body(byte[] body, String... more) {
    return exchange -> {
      add(exchange, more);
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  /** Closes the connection without an answer. */
  public static Reply hangUp() {
    return exchange -> {
      throw new IOException("hung up");
    };
  }

  private static void add(HttpExchange exchange, String... more) {
    for (int i = 0; i < more.length; i += 2) {
      exchange.getResponseHeaders().set(more[i], more[i + 1]);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Reply reply;
    synchronized (replies) {
      paths.add(path);
      headers.add(exchange.getRequestHeaders());
      Deque<Reply> left = replies.getOrDefault(path, new ArrayDeque<>());
      Reply next = left.size() > 1 ? left.poll() : left.peek();
      reply = next == null ? status(404) : next;
    }
    try (exchange) {
      reply.to(exchange);
    }
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
