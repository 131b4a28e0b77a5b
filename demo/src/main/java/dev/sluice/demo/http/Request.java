package dev.sluice.demo.http;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that has arrived.
 *
 * @param method in capitals, as it was sent
 * @param base what the path is appended to, as the client names it: scheme, host and port
 * @param path begins with a slash, without the query
 * @param headers by names in any case
 */
public record Request(String method, URI base, String path, Map<String, String> headers) {

  public Request {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    headers = Collections.unmodifiableMap(anyCase);
  }

  /** A header's value, where the client sent it. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Without the headers, which hold keys. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
