package dev.sluice.glue.jdbc;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Answers every GetSecretValue with one text, over Secrets Manager's protocol. */
final class FakeSecrets implements AutoCloseable {
  private final HttpServer server;
  private volatile String text;
  private volatile String authorization;

  FakeSecrets(String text) throws IOException {
    this.text = text;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    System.setProperty(
        "aws.endpointUrlSecretsManager", "http://127.0.0.1:" + server.getAddress().getPort());
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  void set(String changed) {
    text = changed;
  }

  /** How the last call was signed: region and all. */
  String authorization() {
    return authorization;
  }

  private void answer(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
    authorization = exchange.getRequestHeaders().getFirst("Authorization");
    exchange.getRequestBody().readAllBytes();
    boolean known = text != null;
    String body =
        known
            ? "{\"SecretString\":\"" + text.replace("\"", "\\\"") + "\"}"
            : "{\"__type\":\"ResourceNotFoundException\",\"message\":\"no such secret\"}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(known ? 200 : 400, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    for (String name :
        new String[] {"endpointUrlSecretsManager", "region", "accessKeyId", "secretAccessKey"}) {
      System.clearProperty("aws." + name);
    }
  }
}
