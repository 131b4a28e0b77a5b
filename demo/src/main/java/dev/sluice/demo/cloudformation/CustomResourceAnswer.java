package dev.sluice.demo.cloudformation;

import dev.sluice.lambda.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers CloudFormation, which otherwise waits an hour for a resource that is long done.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html">Response
 *     objects</a>
 */
public final class CustomResourceAnswer {
  private static final int ATTEMPTS = 5;
  private static final int TIMEOUT_MILLIS = 5_000;

  /** The whole answer may have 4096 bytes. */
  private static final int LONGEST_REASON = 1_000;

  private final long pauseMillis;

  /**
   * Answers with retries.
   *
   * @param pauseMillis before the second attempt; doubles from there
   */
  public CustomResourceAnswer(long pauseMillis) {
    this.pauseMillis = pauseMillis;
  }

  /** Says that it was done, with attributes that the template may read by GetAtt. */
  public void success(CustomResourceRequest request, Map<String, Object> data) {
    send(request, "SUCCESS", "done", data);
  }

  /** Says that it failed, and why; the reason is what a person reads in the stack's events. */
  public void failure(CustomResourceRequest request, String reason) {
    String told =
        reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
    send(request, "FAILED", told, Map.of());
  }

  private void send(
      CustomResourceRequest request, String status, String reason, Map<String, Object> data) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("Status", status);
    answer.put("Reason", reason);
    answer.put("PhysicalResourceId", request.stablePhysicalId());
    answer.put("StackId", request.stackId());
    answer.put("RequestId", request.requestId());
    answer.put("LogicalResourceId", request.logicalId());
    answer.put("Data", data);
    byte[] body = Json.bytes(answer);
    for (int attempt = 1; ; attempt++) {
      try {
        put(request.responseUrl(), body);
        return;
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new UncheckedIOException(
              "CloudFormation did not take the answer (" + status + ") in 5 attempts", e);
        }
        sleep(pauseMillis << (attempt - 1));
      }
    }
  }

  private static void put(String url, byte[] body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setRequestMethod("PUT");
    connection.setDoOutput(true);
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    // The URL is signed for an empty content type; the JDK would send one for forms.
    connection.setRequestProperty("Content-Type", "");
    connection.setFixedLengthStreamingMode(body.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    int status = connection.getResponseCode();
    connection.disconnect();
    if (status / 100 != 2) {
      throw new IOException("HTTP status " + status);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while answering CloudFormation", e);
    }
  }
}
