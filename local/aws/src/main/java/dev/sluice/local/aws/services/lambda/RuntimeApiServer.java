package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.aws.endpoint.RequestGuard;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The Runtime API of one execution environment, on a loopback port of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApiServer implements AutoCloseable {
  private static final String ROOT = "/2018-06-01/runtime/";
  // What exceeds the limit is counted and dropped, not held.
  private static final int MAX_BODY = Failures.MAX_RESPONSE + 1;

  /** The environment behind the API. */
  interface Runtime {
    /** Blocks until there is an event; null ends the connection. */
    HttpWire.Answer next() throws InterruptedException;

    /** False where no invocation of that id is running. */
    boolean response(String requestId, byte[] body, boolean tooLarge);

    /** False where no invocation of that id is running. */
    boolean error(String requestId, byte[] body);

    void initError(byte[] body);
  }

  private final ServerSocket socket;
  private final Runtime runtime;
  private final Executor threads;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  RuntimeApiServer(Runtime runtime, Executor threads) throws IOException {
    this.runtime = runtime;
    this.threads = threads;
    this.socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** {@code host:port}, as in AWS_LAMBDA_RUNTIME_API. */
  String address() {
    return socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connections.add(connection);
        threads.execute(() -> serve(connection));
      } catch (IOException closed) {
        // Only close() ends the accepting of connections.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      while (true) {
        HttpWire.Request request = HttpWire.read(in, out, MAX_BODY);
        HttpWire.Answer answer = request == null ? null : guarded(request);
        if (answer == null) {
          return;
        }
        HttpWire.write(out, answer);
      }
    } catch (IOException | RuntimeException broken) {
      // A process that dies breaks its connections; its exit status tells the story.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(connection);
    }
  }

  private HttpWire.Answer guarded(HttpWire.Request request) throws InterruptedException {
    Optional<String> refusal =
        RequestGuard.refusal(
            socket.getLocalPort(),
            name ->
                Optional.ofNullable(request.headers().get(name.toLowerCase(Locale.ROOT)))
                    .map(List::of)
                    .orElse(List.of()));
    return refusal.isEmpty()
        ? answer(request)
        : new HttpWire.Answer(
            RequestGuard.FORBIDDEN,
            Map.of("Content-Type", RequestGuard.TEXT),
            refusal.get().getBytes(StandardCharsets.UTF_8));
  }

  private HttpWire.Answer answer(HttpWire.Request request) throws InterruptedException {
    String path = request.path().startsWith(ROOT) ? request.path().substring(ROOT.length()) : "";
    String[] parts = path.split("/");
    if (request.method().equals("GET") && path.equals("invocation/next")) {
      return runtime.next();
    }
    if (request.method().equals("POST") && path.equals("init/error")) {
      runtime.initError(request.body());
      return accepted();
    }
    if (request.method().equals("POST") && parts.length == 3 && parts[0].equals("invocation")) {
      return result(request, parts[1], parts[2]);
    }
    return refused(404, "ResourceNotFound", "no such operation: " + request.path());
  }

  private HttpWire.Answer result(HttpWire.Request request, String requestId, String kind) {
    boolean tooLarge = request.length() > Failures.MAX_RESPONSE;
    boolean known =
        switch (kind) {
          case "response" -> runtime.response(requestId, request.body(), tooLarge);
          case "error" -> runtime.error(requestId, request.body());
          default -> false;
        };
    if (!known) {
      return refused(400, "InvalidRequestID", "no invocation " + requestId + " is running here");
    }
    return tooLarge && kind.equals("response")
        ? refused(413, "RequestEntityTooLarge", "Exceeded maximum allowed payload size")
        : accepted();
  }

  private static HttpWire.Answer accepted() {
    return body(202, "{\"status\":\"OK\"}");
  }

  private static HttpWire.Answer refused(int status, String type, String message) {
    return body(status, "{\"errorType\":\"" + type + "\",\"errorMessage\":\"" + message + "\"}");
  }

  private static HttpWire.Answer body(int status, String json) {
    return new HttpWire.Answer(status, Map.of(), json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      // The sockets are gone either way.
    }
  }
}
