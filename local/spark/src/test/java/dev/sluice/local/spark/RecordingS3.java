package dev.sluice.local.spark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of S3 as S3A needs for small files, in memory; it remembers who asked for what. */
final class RecordingS3 implements AutoCloseable {
  private static final Pattern KEY = Pattern.compile("<Key>([^<]+)</Key>");

  /**
   * A request.
   *
   * @param what method and address, and the body where that names objects
   * @param accessKey of its signature, with the session token
   */
  record Call(String what, String accessKey) {}

  private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  RecordingS3() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Call> calls() {
    return calls;
  }

  void put(String path, byte[] content) {
    objects.put(path, content);
  }

  /** Paths of all objects, {@code /bucket/key}. */
  List<String> paths() {
    return List.copyOf(objects.keySet());
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = body(exchange);
      String address =
          URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
      String method = exchange.getRequestMethod();
      String named = method.equals("POST") ? new String(body, StandardCharsets.UTF_8) : "";
      calls.add(new Call(method + " " + address + " " + named, caller(exchange)));
      String path = exchange.getRequestURI().getPath();
      switch (method) {
        case "PUT" -> put(exchange, path, body);
        case "DELETE" -> {
          objects.remove(path);
          answer(exchange, 204, new byte[0]);
        }
        case "POST" -> deleteAll(exchange, path, named);
        default -> {
          if (path.matches("/[^/]+/?")) {
            list(exchange, path.replaceAll("/?$", "/"), address);
          } else {
            get(exchange, path);
          }
        }
      }
    }
  }

  private static String caller(HttpExchange exchange) {
    String signature = exchange.getRequestHeaders().getFirst("Authorization");
    Matcher key =
        Pattern.compile("Credential=([^/]+)/").matcher(signature == null ? "" : signature);
    return (key.find() ? key.group(1) : "nobody")
        + " "
        + exchange.getRequestHeaders().getFirst("x-amz-security-token");
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    return exchange.getRequestHeaders().containsKey("x-amz-decoded-content-length")
        ? unchunked(sent)
        : sent;
  }

  /** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html */
  private static byte[] unchunked(byte[] sent) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int end = at;
      while (sent[end] != '\r') {
        end++;
      }
      String header = new String(sent, at, end - at, StandardCharsets.US_ASCII);
      int size = Integer.parseInt(header.split(";")[0], 16);
      if (size == 0) {
        return content.toByteArray();
      }
      content.write(sent, end + 2, size);
      at = end + 2 + size + 2;
    }
  }

  private void put(HttpExchange exchange, String path, byte[] body) throws IOException {
    String source = exchange.getRequestHeaders().getFirst("x-amz-copy-source");
    if (source == null) {
      objects.put(path, body);
      answer(exchange, 200, new byte[0]);
      return;
    }
    String from = URLDecoder.decode(source, StandardCharsets.UTF_8);
    objects.put(path, objects.get(from.startsWith("/") ? from : "/" + from));
    xml(exchange, 200, "<CopyObjectResult><ETag>\"e\"</ETag></CopyObjectResult>");
  }

  private void deleteAll(HttpExchange exchange, String bucket, String named) throws IOException {
    KEY.matcher(named)
        .results()
        .forEach(key -> objects.remove(bucket.replaceAll("/?$", "/") + key.group(1)));
    xml(exchange, 200, "<DeleteResult/>");
  }

  private void get(HttpExchange exchange, String path) throws IOException {
    byte[] content = objects.get(path);
    if (content == null) {
      xml(exchange, 404, "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>");
      return;
    }
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (range == null) {
      answer(exchange, 200, content);
      return;
    }
    String[] ends = range.substring("bytes=".length()).split("-");
    int from = Integer.parseInt(ends[0]);
    int to =
        ends.length > 1
            ? Math.min(Integer.parseInt(ends[1]), content.length - 1)
            : content.length - 1;
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes %d-%d/%d".formatted(from, to, content.length));
    answer(exchange, 206, Arrays.copyOfRange(content, from, to + 1));
  }

  private void list(HttpExchange exchange, String bucket, String address) throws IOException {
    Matcher asked = Pattern.compile("[?&]prefix=([^&]*)").matcher(address);
    String prefix = asked.find() ? asked.group(1) : "";
    boolean flat = !address.contains("delimiter=");
    StringBuilder found = new StringBuilder("<ListBucketResult><IsTruncated>false</IsTruncated>");
    List<String> keys =
        objects.keySet().stream()
            .filter(path -> path.startsWith(bucket + prefix))
            .map(path -> path.substring(bucket.length()))
            .toList();
    for (String key : keys) {
      if (flat || key.indexOf('/', prefix.length()) < 0) {
        found.append(
            "<Contents><Key>%s</Key><Size>%d</Size><ETag>\"e\"</ETag><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>"
                .formatted(key, objects.get(bucket + key).length));
      }
    }
    if (!flat) {
      found.append(
          keys.stream()
              .filter(key -> key.indexOf('/', prefix.length()) >= 0)
              .map(key -> key.substring(0, key.indexOf('/', prefix.length()) + 1))
              .distinct()
              .map("<CommonPrefixes><Prefix>%s</Prefix></CommonPrefixes>"::formatted)
              .collect(Collectors.joining()));
    }
    xml(exchange, 200, found + "</ListBucketResult>");
  }

  private static void xml(HttpExchange exchange, int status, String text) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    answer(exchange, status, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, byte[] content) throws IOException {
    exchange.getResponseHeaders().set("ETag", "\"e\"");
    exchange.getResponseHeaders().set("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
    }
    boolean bare = content.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, bare ? -1 : content.length);
    if (!bare) {
      exchange.getResponseBody().write(content);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
