package dev.sluice.local.lambda;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The four calls of the Lambda Runtime API. Not thread-safe. */
final class RuntimeApi implements Closeable {
  private static final String ROOT = "/2018-06-01/runtime";

  private final HttpConnection http;

  /**
   * @param address {@code host:port}, as in {@code AWS_LAMBDA_RUNTIME_API}
   */
  RuntimeApi(String address) throws IOException {
    this.http = new HttpConnection(address);
  }

  /** Waits, however long, for the next event. */
  Invocation next() throws IOException {
    HttpConnection.Response response =
        expect(http.exchange("GET", ROOT + "/invocation/next", null, null), "next");
    return new Invocation(
        response.header("lambda-runtime-aws-request-id"),
        Long.parseLong(response.header("lambda-runtime-deadline-ms")),
        response.header("lambda-runtime-invoked-function-arn"),
        response.body());
  }

  /** Answers; a payload that Lambda finds too large is Lambda's to report. */
  void response(String requestId, byte[] payload) throws IOException {
    HttpConnection.Response response =
        http.exchange("POST", ROOT + "/invocation/" + requestId + "/response", payload, null);
    if (response.status() != 413) {
      expect(response, "response");
    }
  }

  void error(String requestId, ErrorReport report) throws IOException {
    post(ROOT + "/invocation/" + requestId + "/error", report);
  }

  void initError(ErrorReport report) throws IOException {
    post(ROOT + "/init/error", report);
  }

  private void post(String path, ErrorReport report) throws IOException {
    byte[] body = report.json().getBytes(StandardCharsets.UTF_8);
    expect(http.exchange("POST", path, body, report.type()), "error");
  }

  private static HttpConnection.Response expect(HttpConnection.Response response, String call)
      throws IOException {
    if (response.status() / 100 != 2) {
      throw new IOException(
          "Runtime API call '" + call + "' was answered with status " + response.status());
    }
    return response;
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
