package dev.sluice.local.aws.services.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.access.Credentials;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.access.Signature;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

/**
 * Sends what an asynchronous function could not handle to a queue or topic of the local AWS, in the
 * name of the function's role.
 */
final class FailureDestination {
  private final Function<String, String> endpoints;
  private final Gatekeeper gate;
  private final Clock clock;

  /**
   * @param endpoints base address by service
   */
  FailureDestination(Function<String, String> endpoints, Gatekeeper gate, Clock clock) {
    this.endpoints = endpoints;
    this.gate = gate;
    this.clock = clock;
  }

  /**
   * Why an event is given up.
   *
   * @param attempts how often the function was invoked with it
   * @param condition {@code RetriesExhausted} or {@code EventAgeExceeded}
   * @param outcome of the last attempt
   */
  record Failure(int attempts, String condition, Outcome outcome) {}

  /** Sends the event to the dead-letter queue, a record of the failure to the destination. */
  void send(FunctionConfig function, String onFailureArn, byte[] event, Failure failure) {
    if (function.deadLetterArn() != null) {
      deliver(function, function.deadLetterArn(), new String(event, StandardCharsets.UTF_8));
    }
    if (onFailureArn != null) {
      deliver(function, onFailureArn, envelope(function, event, failure).toString());
    }
  }

  private ObjectNode envelope(FunctionConfig function, byte[] event, Failure failure) {
    Outcome outcome = failure.outcome();
    ObjectNode record = Json.object();
    record.put("version", "1.0").put("timestamp", clock.instant().toString());
    record
        .putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put("functionArn", function.arn() + ":$LATEST")
        .put("condition", failure.condition())
        .put("approximateInvokeCount", failure.attempts());
    record.set("requestPayload", Payloads.readable(event));
    record
        .putObject("responseContext")
        .put("statusCode", 200)
        .put("executedVersion", "$LATEST")
        .put("functionError", outcome.functionError());
    record.set("responsePayload", Payloads.readable(outcome.payload()));
    return record;
  }

  private void deliver(FunctionConfig function, String arn, String message) {
    Credentials credentials = gate.credentials(function.roleArn(), function.name());
    String service = arn.split(":")[2];
    switch (service) {
      case "sqs" -> toQueue(credentials, arn, message);
      case "sns" -> toTopic(credentials, arn, message);
      default ->
          throw new IllegalStateException(
              "failed events cannot be sent to " + arn + " locally: only to SQS and SNS");
    }
  }

  private void toQueue(Credentials credentials, String arn, String message) {
    ObjectNode input = Json.object();
    input.put(
        "QueueUrl", endpoints.apply("sqs") + "/" + LocalAws.ACCOUNT + "/" + LocalAws.nameOf(arn));
    input.put("MessageBody", message);
    post(
        request(credentials, "sqs", "application/x-amz-json-1.0", input.toString())
            .header("X-Amz-Target", "AmazonSQS.SendMessage"),
        arn);
  }

  private void toTopic(Credentials credentials, String arn, String message) {
    String form =
        "Action=Publish&Version=2010-03-31&TopicArn=" + encode(arn) + "&Message=" + encode(message);
    post(request(credentials, "sns", "application/x-www-form-urlencoded", form), arn);
  }

  private HttpRequest.Builder request(
      Credentials credentials, String service, String contentType, String body) {
    return HttpRequest.newBuilder(URI.create(endpoints.apply(service)))
        .header("Content-Type", contentType)
        .header("Authorization", Signature.header(credentials, LocalAws.REGION, service))
        .header("X-Amz-Security-Token", credentials.sessionToken())
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static void post(HttpRequest.Builder request, String arn) {
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("status " + answer.statusCode() + ": " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a failed event could not be sent to " + arn, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending a failed event to " + arn, e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
