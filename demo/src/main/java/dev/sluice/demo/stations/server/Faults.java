package dev.sluice.demo.stations.server;

import dev.sluice.demo.http.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** Answers that an API gives on its bad days. */
public final class Faults {
  private Faults() {}

  /** 503, asking to come back after so many whole seconds. */
  public static Answer unavailable(Duration retryAfter) {
    return later(503, "The service is being restarted.", retryAfter);
  }

  /** 429, asking to come back after so many whole seconds. */
  public static Answer tooManyRequests(Duration retryAfter) {
    return later(429, "Too many requests.", retryAfter);
  }

  /** 200, but a page for people where JSON was expected. */
  public static Answer page() {
    return new Answer(
        200,
        Map.of("content-type", "text/html"),
        "<html><body>We are moving house.</body></html>".getBytes(StandardCharsets.UTF_8));
  }

  /** 200 with this text as JSON, whatever it is. */
  public static Answer json(String text) {
    return Answer.json(200, text.getBytes(StandardCharsets.UTF_8));
  }

  /** 200 and all that GBFS asks for, but no station. */
  public static Answer noStations() {
    return json(
        "{\"last_updated\":1767225600,\"ttl\":60,\"version\":\"2.3\",\"data\":{\"stations\":[]}}");
  }

  /** 302 to somewhere else. */
  public static Answer redirect(URI target) {
    return Answer.empty(302).with("location", target.toString());
  }

  /** 200 and a JSON object of so many bytes, most of them blanks. */
  public static Answer huge(int bytes) {
    byte[] body = new byte[bytes];
    Arrays.fill(body, (byte) ' ');
    body[0] = '{';
    body[bytes - 1] = '}';
    return Answer.json(200, body);
  }

  private static Answer later(int status, String message, Duration retryAfter) {
    return Answer.message(status, message)
        .with("retry-after", Long.toString(retryAfter.toSeconds()));
  }
}
