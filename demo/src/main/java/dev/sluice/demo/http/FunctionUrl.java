package dev.sluice.demo.http;

import dev.sluice.error.BadInput;
import dev.sluice.lambda.json.Fields;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The events of a Lambda function URL, payload format 2.0.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Invoking
 *     function URLs</a>
 */
public final class FunctionUrl {
  private FunctionUrl() {}

  /**
   * Reads an event.
   *
   * @throws BadInput where it is none of a function URL
   */
  public static Request request(Fields event) {
    Map<String, String> headers = new LinkedHashMap<>();
    event
        .object("headers")
        .all()
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value.text()));
    Fields context = event.object("requestContext");
    String host = headers.getOrDefault("host", context.optionalString("domainName").orElse(""));
    if (host.isEmpty()) {
      throw new BadInput("the event has neither header host nor requestContext.domainName");
    }
    return new Request(
        context.object("http").string("method"),
        URI.create(headers.getOrDefault("x-forwarded-proto", "https") + "://" + host),
        event.string("rawPath"),
        headers);
  }

  /** Writes an answer, whose body is text. */
  public static Map<String, Object> response(Answer answer) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("statusCode", answer.status());
    response.put("headers", answer.headers());
    response.put("body", answer.text());
    response.put("isBase64Encoded", false);
    return response;
  }
}
