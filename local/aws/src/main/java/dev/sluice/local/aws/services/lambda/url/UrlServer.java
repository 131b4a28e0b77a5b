package dev.sluice.local.aws.services.lambda.url;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.local.aws.endpoint.GuardFilter;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.thread.DaemonThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one function URL on loopback; to web pages of other origins not, since CORS is off. */
final class UrlServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UrlServer.class);

  /**
   * Of the event, that is of the request with its headers, where binary content grows by a third.
   */
  private static final int MAX_EVENT = 6 << 20;

  private final Function<byte[], CompletionStage<UrlFunctions.Result>> function;
  private final UrlEvents events;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("url"));

  UrlServer(
      int port, Function<byte[], CompletionStage<UrlFunctions.Result>> function, UrlEvents events)
      throws IOException {
    this.function = function;
    this.events = events;
    server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 128);
    server.setExecutor(threads);
    server.createContext("/", this::handle).getFilters().add(new GuardFilter());
    server.start();
  }

  /** With a slash at the end, as on AWS. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      UrlAnswer answer = answer(exchange);
      answer.headers().forEach(exchange.getResponseHeaders()::put);
      boolean empty = answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
      if (!empty) {
        exchange.getResponseBody().write(answer.body());
      }
    } catch (IOException e) {
      LOG.debug("the client of {} went away", url(), e);
    }
  }

  private UrlAnswer answer(HttpExchange exchange) throws IOException {
    // One byte more than allowed tells that there is too much.
    byte[] body = exchange.getRequestBody().readNBytes(MAX_EVENT + 1);
    byte[] event = body.length > MAX_EVENT ? body : events.of(exchange, body);
    if (event.length > MAX_EVENT) {
      return UrlAnswer.message(413, "Request must be smaller than " + MAX_EVENT + " bytes");
    }
    try {
      return UrlAnswer.of(function.apply(event).toCompletableFuture().join());
    } catch (CompletionException e) {
      return refused(e.getCause());
    } catch (RuntimeException e) {
      return refused(e);
    }
  }

  private UrlAnswer refused(Throwable failure) {
    if (failure instanceof ServiceError error) {
      return UrlAnswer.message(error.status(), error.getMessage());
    }
    LOG.error("the function behind {} could not be invoked", url(), failure);
    return UrlAnswer.BAD_GATEWAY;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
