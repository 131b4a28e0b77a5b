package dev.sluice.lambda.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Headers that a source wants with each request, such as an API key. Checked when made; their
 * values appear in no message.
 */
final class RequestHeaders {
  /** A token. https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]+");

  /** Headers of the connection, and those that say what we can read and what we have. */
  private static final Set<String> OURS =
      Set.of(
          "host",
          "connection",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "content-length",
          "upgrade",
          "expect",
          "via",
          "origin",
          "range",
          "accept-encoding",
          "if-none-match",
          "if-modified-since",
          "if-range",
          "if-match",
          "if-unmodified-since");

  private final Map<String, String> values;

  /**
   * @throws IllegalArgumentException naming the header that cannot be sent
   */
  RequestHeaders(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    this.values.forEach(RequestHeaders::check);
  }

  /** Names and values. */
  Map<String, String> values() {
    return values;
  }

  private static void check(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a header name with characters that HTTP does not allow there, expected one such as"
              + " x-api-key");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (OURS.contains(lower) || lower.startsWith("proxy-")) {
      throw new IllegalArgumentException(
          "the header " + name + ", which belongs to the connection; leave it out");
    }
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a value of header "
              + name
              + " that is empty or has line breaks or characters beyond ASCII");
    }
  }

  @Override
  public String toString() {
    return "RequestHeaders" + values.keySet();
  }
}
