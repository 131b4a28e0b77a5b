package dev.sluice.console.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A bike-share operator whose feeds never change, on a port of the loopback interface: two runs
 * that load them at different times load the same.
 *
 * @see <a href="https://gbfs.org/documentation/reference/">GBFS</a>
 */
final class StationFeeds implements AutoCloseable {
  private static final int STATIONS = 40;

  /** 2026-03-01T06:00:00Z. */
  private static final long NOW = 1_772_344_800L;

  private final Map<String, String> feeds =
      Map.of(
          "/station_information.json", feed(StationFeeds::information),
          "/station_status.json", feed(StationFeeds::status));
  private final HttpServer listener;

  StationFeeds() throws IOException {
    listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext("/", this::answer);
    listener.start();
  }

  private static String feed(IntFunction<String> station) {
    return IntStream.range(0, STATIONS)
        .mapToObj(station)
        .collect(
            Collectors.joining(
                ",",
                "{\"last_updated\":"
                    + NOW
                    + ",\"ttl\":60,\"version\":\"2.3\",\"data\":{\"stations\":[",
                "]}}"));
  }

  private static String information(int number) {
    return String.format(
        Locale.ROOT,
        "{\"station_id\":\"s%d\",\"name\":\"Station %d\",\"lat\":%.3f,\"lon\":%.3f,\"capacity\":20}",
        number,
        number,
        52 + number / 100.0,
        13 + number / 50.0);
  }

  private static String status(int number) {
    return String.format(
        Locale.ROOT,
        "{\"station_id\":\"s%d\",\"last_reported\":%d,\"num_bikes_available\":%d,"
            + "\"num_docks_available\":%d,\"is_installed\":true,\"is_renting\":true,"
            + "\"is_returning\":true}",
        number,
        NOW - number * 7L,
        number % 21,
        20 - number % 21);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String feed = feeds.get(exchange.getRequestURI().getPath());
    byte[] body = (feed == null ? "{}" : feed).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(feed == null ? 404 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** What clients put before {@code /station_status.json}. */
  URI address() {
    return URI.create("http://127.0.0.1:" + listener.getAddress().getPort());
  }

  @Override
  public void close() {
    listener.stop(0);
  }
}
