package dev.sluice.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.access.Callers;
import dev.sluice.local.aws.access.Signature;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls of the JSON protocol without a client. In texts, single quotes stand for double ones. */
public final class Calls {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Calls() {}

  /** The answer's body to the administrator, whatever its status. */
  public static JsonNode json(String url, String target, String body)
      throws IOException, InterruptedException {
    String signature = Signature.header(Callers.ADMINISTRATOR, LocalAws.REGION, "any");
    return send(request(url, target, body).header("Authorization", signature));
  }

  /** The answer's body to whoever does not sign. */
  public static JsonNode unsigned(String url, String target, String body)
      throws IOException, InterruptedException {
    return send(request(url, target, body));
  }

  private static HttpRequest.Builder request(String url, String target, String body) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("X-Amz-Target", target)
        .header("Content-Type", "application/x-amz-json-1.0")
        .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
  }

  private static JsonNode send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return Json.parse(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
  }
}
