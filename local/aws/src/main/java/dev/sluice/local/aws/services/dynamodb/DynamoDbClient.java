package dev.sluice.local.aws.services.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.access.Callers;
import dev.sluice.local.aws.access.Signature;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Supplier;

/** Calls DynamoDB Local. */
final class DynamoDbClient {
  private static final String AUTHORIZATION =
      Signature.header(Callers.ADMINISTRATOR, LocalAws.REGION, "dynamodb");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Supplier<String> url;

  DynamoDbClient(Supplier<String> url) {
    this.url = url;
  }

  /**
   * Calls an operation.
   *
   * @throws ServiceError as DynamoDB answers it
   */
  JsonNode call(String operation, JsonNode input) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url.get() + "/"))
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .header("Authorization", AUTHORIZATION)
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(input)))
            .build();
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      JsonNode body = Json.parse(answer.body());
      if (answer.statusCode() == 200) {
        return body;
      }
      String message = body.path("message").asText(body.path("Message").asText());
      throw new ServiceError(
          LocalAws.nameOf(body.path("__type").asText().replace('#', ':')),
          message,
          answer.statusCode());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while calling DynamoDB Local", e);
    }
  }
}
