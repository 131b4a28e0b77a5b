package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.endpoint.Route;
import dev.sluice.local.aws.endpoint.ServiceError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Invoke operation.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
final class InvokeRoute implements Route {
  private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/(.+)/invocations");

  private final LambdaService lambda;

  InvokeRoute(LambdaService lambda) {
    this.lambda = lambda;
  }

  @Override
  public boolean matches(String method, String path) {
    return method.equals("POST") && PATH.matcher(path).matches();
  }

  @Override
  public List<Access> access(Request request) {
    return List.of(LambdaAccess.invoke(function(request.path())));
  }

  @Override
  public Answer answer(Request request) throws Exception {
    String function = function(request.path());
    byte[] event = request.body().length == 0 ? new byte[] {'{', '}'} : request.body();
    PayloadLimit.SYNCHRONOUS.check(event);
    if (Payloads.read(event) == null) {
      throw new ServiceError(
          "InvalidRequestContentException",
          "Could not parse request body into json: Could not parse payload into json");
    }
    String type = request.header("x-amz-invocation-type");
    return switch (type == null ? "RequestResponse" : type) {
      case "DryRun" -> {
        lambda.functions().get(function);
        yield new Answer(204, headers(), new byte[0]);
      }
      case "Event" -> {
        lambda.invokeAsync(function, event);
        yield new Answer(202, headers(), new byte[0]);
      }
      case "RequestResponse" -> synchronous(function, event);
      default ->
          throw new ServiceError(
              "InvalidParameterValueException",
              "InvocationType is '" + type + "'; it must be one of RequestResponse, Event, DryRun");
    };
  }

  private Answer synchronous(String function, byte[] event) throws Exception {
    Outcome outcome;
    try {
      outcome = lambda.invoke(function, event).toCompletableFuture().get();
    } catch (ExecutionException | CompletionException e) {
      throw e.getCause() instanceof ServiceError refused ? refused : e;
    }
    Map<String, String> headers = headers();
    headers.put("X-Amz-Executed-Version", "$LATEST");
    if (outcome.failed()) {
      headers.put("X-Amz-Function-Error", outcome.functionError());
    }
    return new Answer(200, headers, outcome.payload());
  }

  private static Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("x-amzn-RequestId", UUID.randomUUID().toString());
    return headers;
  }

  private static String function(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not an Invoke path: " + path);
    }
    return URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
  }
}
