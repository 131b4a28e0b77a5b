package dev.sluice.local.aws.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.base.thread.DaemonThreads;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one HTTP port behind which all services except S3 and DynamoDB answer. Loopback only, and not
 * for web pages.
 */
public final class Endpoint implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

  static {
    // Without it, small answers wait 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private volatile Dispatcher dispatcher = new Dispatcher(null, List.of(), List.of(), List.of());

  /**
   * Opens the port; until {@link #serve} every request is answered as unknown.
   *
   * @param port 0 for any free one
   * @throws IOException if the port is taken, saying what to do
   */
  public Endpoint(int port) throws IOException {
    server = bind(port);
    threads = Executors.newCachedThreadPool(DaemonThreads.named("endpoint"));
    server.setExecutor(threads);
    server.createContext("/", this::handle).getFilters().add(new GuardFilter());
    server.start();
  }

  private static HttpServer bind(int port) throws IOException {
    try {
      return HttpServer.create(
          new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 128);
    } catch (BindException e) {
      throw new IOException(
          "port "
              + port
              + " is in use by another program; stop that program or start with another --port"
              + " (0 takes any free one)",
          e);
    }
  }

  /** Answers with these operations from now on, to those whom the gate lets in. */
  public void serve(
      Gatekeeper gate, List<JsonService> json, List<QueryService> query, List<Route> routes) {
    dispatcher = new Dispatcher(gate, json, query, routes);
  }

  /** Base address, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Route.Answer answer = dispatcher.answer(Requests.read(exchange));
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      boolean empty = answer.body().length == 0;
      exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
      if (!empty) {
        exchange.getResponseBody().write(answer.body());
      }
    } catch (IOException e) {
      LOG.debug("the client went away", e);
    } catch (RuntimeException | Error e) {
      LOG.error("request failed", e);
      throw e;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
