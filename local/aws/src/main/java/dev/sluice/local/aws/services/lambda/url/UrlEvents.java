package dev.sluice.local.aws.services.lambda.url;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.base.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes events of payload format 2.0 from requests. */
final class UrlEvents {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Pattern TEXT =
      Pattern.compile("(text/[^;]*|application/(json|javascript|xml))\\s*(;.*)?");

  private final String id;
  private final Clock clock;

  /**
   * Events of one URL.
   *
   * @param id stands where AWS has the URL's id
   */
  UrlEvents(String id, Clock clock) {
    this.id = id;
    this.clock = clock;
  }

  byte[] of(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getRawPath();
    String query = exchange.getRequestURI().getRawQuery();
    ObjectNode event = Json.object().put("version", "2.0").put("routeKey", "$default");
    event.put("rawPath", path).put("rawQueryString", query == null ? "" : query);
    cookies(exchange, event);
    ObjectNode headers = event.putObject("headers");
    exchange.getRequestHeaders().forEach((name, values) -> header(headers, name, values));
    parameters(query, event);
    event.set("requestContext", context(exchange, path));
    body(body, headers.path("content-type").asText(""), event);
    return Json.bytes(event);
  }

  private static void cookies(HttpExchange exchange, ObjectNode event) {
    for (String line : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
      for (String cookie : line.split(";\\s*")) {
        event.withArray("cookies").add(cookie);
      }
    }
  }

  private static void header(ObjectNode headers, String name, List<String> values) {
    if (!name.equalsIgnoreCase("cookie")) {
      headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
    }
  }

  private static void parameters(String query, ObjectNode event) {
    if (query == null || query.isEmpty()) {
      return;
    }
    ObjectNode parameters = event.putObject("queryStringParameters");
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      parameters.put(
          name, parameters.has(name) ? parameters.get(name).asText() + "," + value : value);
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private ObjectNode context(HttpExchange exchange, String path) {
    Instant now = clock.instant();
    String domain = id + ".lambda-url." + LocalAws.REGION + ".on.aws";
    // AuthType NONE: AWS does not say who calls either.
    ObjectNode context = Json.object().put("accountId", "anonymous").put("apiId", id);
    context.put("domainName", domain).put("domainPrefix", id);
    ObjectNode http = context.putObject("http").put("method", exchange.getRequestMethod());
    http.put("path", path).put("protocol", exchange.getProtocol());
    http.put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress());
    http.put("userAgent", exchange.getRequestHeaders().getFirst("User-Agent"));
    context.put("requestId", UUID.randomUUID().toString());
    context.put("routeKey", "$default").put("stage", "$default");
    return context.put("time", TIME.format(now)).put("timeEpoch", now.toEpochMilli());
  }

  private static void body(byte[] body, String contentType, ObjectNode event) {
    boolean text = TEXT.matcher(contentType.toLowerCase(Locale.ROOT)).matches();
    if (body.length > 0) {
      event.put(
          "body",
          text
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", body.length > 0 && !text);
  }
}
