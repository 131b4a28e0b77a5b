package dev.sluice.local.aws.services.lambda;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The part of HTTP/1.1 that Runtime API clients use. The JDK's server writes head and body of an
 * answer separately, which delayed acknowledgement can turn into 40 ms an invocation.
 */
final class HttpWire {
  private static final int MAX_LINE = 16 * 1024;

  private HttpWire() {}

  /**
   * A request.
   *
   * @param headers names in lower case
   * @param body at most the limit given to {@link #read}
   * @param length bytes that the client sent, which may be more than the body holds
   */
  record Request(
      String method, String path, Map<String, String> headers, byte[] body, long length) {}

  /** An answer, of JSON unless a header {@code Content-Type} says otherwise. */
  record Answer(int status, Map<String, String> headers, byte[] body) {}

  /** Reads one request, or returns null where the client has closed the connection. */
  static Request read(InputStream in, OutputStream out, int maxBody) throws IOException {
    String start = line(in);
    if (start == null) {
      return null;
    }
    String[] parts = start.split(" ");
    if (parts.length != 3) {
      throw new IOException("not an HTTP request: " + start);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
      }
    }
    if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return chunked(in, parts, headers, maxBody);
    }
    long length = Long.parseLong(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes((int) Math.min(length, maxBody));
    in.skipNBytes(length - body.length);
    return new Request(parts[0], parts[1], headers, body, length);
  }

  private static Request chunked(
      InputStream in, String[] parts, Map<String, String> headers, int maxBody) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    long length = 0;
    while (true) {
      String size = line(in);
      if (size == null) {
        throw new EOFException("connection closed within a request");
      }
      int chunk = Integer.parseInt(size.split(";")[0].trim(), 16);
      if (chunk == 0) {
        line(in);
        return new Request(parts[0], parts[1], headers, body.toByteArray(), length);
      }
      length += chunk;
      byte[] kept = in.readNBytes(Math.max(0, Math.min(chunk, maxBody - body.size())));
      body.writeBytes(kept);
      in.skipNBytes(chunk - kept.length);
      line(in);
    }
  }

  static void write(OutputStream out, Answer answer) throws IOException {
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ").append(answer.status()).append(' ').append("-");
    answer.headers().forEach((k, v) -> head.append("\r\n").append(k).append(": ").append(v));
    if (!answer.headers().containsKey("Content-Type")) {
      head.append("\r\nContent-Type: application/json");
    }
    head.append("\r\nContent-Length: ");
    head.append(answer.body().length).append("\r\n\r\n");
    ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + answer.body().length);
    whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    whole.writeBytes(answer.body());
    whole.writeTo(out);
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      if (b != '\r') {
        line.write(b);
      }
      if (line.size() > MAX_LINE) {
        throw new IOException("header line longer than " + MAX_LINE + " bytes");
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
