package dev.sluice.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What web pages could send to a port, byte by byte as their browsers would. */
public final class Pages {
  private Pages() {}

  /**
   * Fails unless the port refuses all of it, and answers nothing that a browser takes for a yes.
   */
  public static void assertShutOut(String url) throws IOException {
    String here = "Host: " + URI.create(url).getAuthority();
    int port = URI.create(url).getPort();
    List<List<String>> requests =
        List.of(
            List.of("GET", here, "Origin: https://evil.example"),
            List.of("POST", here, "Origin: https://evil.example", "Content-Type: text/plain"),
            List.of("PUT", here, "Origin: null"),
            List.of("POST", here, "Origin: http://localhost:1", "Content-Type: text/plain"),
            List.of("POST", here, "Origin: https://127.0.0.1:" + port),
            List.of("GET", here, "Sec-Fetch-Site: cross-site"),
            List.of("GET", here, "Sec-Fetch-Site: same-site"),
            List.of("GET", "Host: evil.example:" + port),
            List.of("GET", "Host: evil.example"),
            List.of("GET", "Host: 127.0.0.1.evil.example:" + port),
            List.of("POST", "Host: evil.example:" + port, "Origin: http://evil.example:" + port),
            List.of(
                "OPTIONS",
                here,
                "Origin: https://evil.example",
                "Access-Control-Request-Method: PUT",
                "Access-Control-Request-Headers: x-amz-target"));
    for (List<String> request : requests) {
      String answer = send(url, request.get(0), request.subList(1, request.size()));
      assertThat(answer).as("%s", request).startsWith("HTTP/1.1 403 ").contains("Refused: ");
      assertSilent(answer);
    }
  }

  /** Fails unless programs are let through, and a page of the port itself, without CORS headers. */
  public static void assertProgramsPass(String url) throws IOException {
    int port = URI.create(url).getPort();
    for (List<String> headers :
        List.of(
            List.of("Host: 127.0.0.1:" + port),
            List.of("Host: LocalHost:" + port),
            // Through a tunnel or a relay.
            List.of("Host: 127.0.0.1:1"),
            List.of("Host: [::1]:" + port),
            List.of("Host: 127.0.0.1:" + port, "Sec-Fetch-Site: none"),
            List.of("Host: 127.0.0.1:" + port, "Origin: http://127.0.0.1:" + port))) {
      String answer = send(url, "GET", headers);
      assertThat(answer).as("%s", headers).startsWith("HTTP/1.1 ").doesNotContain("Refused: ");
      assertSilent(answer);
    }
  }

  private static void assertSilent(String answer) {
    assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("\naccess-control-");
  }

  private static String send(String url, String method, List<String> headers) throws IOException {
    URI uri = URI.create(url);
    String path = uri.getPath().isEmpty() ? "/" : uri.getPath();
    String body = method.equals("POST") || method.equals("PUT") ? "{}" : "";
    String request =
        method
            + " "
            + path
            + " HTTP/1.1\r\n"
            + String.join("\r\n", headers)
            + "\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
