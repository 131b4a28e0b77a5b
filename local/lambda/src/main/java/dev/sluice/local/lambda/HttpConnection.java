package dev.sluice.local.lambda;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One kept-alive HTTP/1.1 connection to a server that sends Content-Length, as the Runtime API
 * does. A socket of its own, because the JDK's clients cost a cold start some hundred classes.
 */
final class HttpConnection implements Closeable {
  private final String address;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  HttpConnection(String address) throws IOException {
    this.address = address;
    int colon = address.lastIndexOf(':');
    if (colon < 0) {
      throw new IOException("Runtime API address is '" + address + "'; expected host:port");
    }
    this.socket =
        new Socket(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /**
   * @param body null to send none
   * @param errorType null or the value of {@code Lambda-Runtime-Function-Error-Type}
   */
  Response exchange(String method, String path, byte[] body, String errorType) throws IOException {
    StringBuilder head = new StringBuilder(256);
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ").append(address);
    if (errorType != null) {
      head.append("\r\nLambda-Runtime-Function-Error-Type: ").append(errorType);
    }
    int length = body == null ? 0 : body.length;
    if (body != null) {
      head.append("\r\nContent-Type: application/json\r\nContent-Length: ").append(length);
    }
    head.append("\r\n\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    out.write(start);
    if (length > 0) {
      out.write(body);
    }
    out.flush();
    return read();
  }

  private Response read() throws IOException {
    String statusLine = line();
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("connection closed within a response");
    }
    return new Response(Integer.parseInt(statusLine.split(" ")[1]), headers, body);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("connection closed");
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Header names are in lower case. */
  record Response(int status, Map<String, String> headers, byte[] body) {
    String header(String name) throws IOException {
      String value = headers.get(name);
      if (value == null) {
        throw new IOException("Runtime API sent no header " + name);
      }
      return value;
    }
  }
}
