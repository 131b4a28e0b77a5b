package dev.sluice.demo;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.demo.http.Answer;
import dev.sluice.demo.http.ApiKey;
import dev.sluice.demo.http.FunctionUrl;
import dev.sluice.demo.http.Request;
import dev.sluice.demo.stations.KeySecret;
import dev.sluice.demo.stations.StationFeeds;
import dev.sluice.demo.stations.StationsApi;
import dev.sluice.lambda.ClientSettings;
import dev.sluice.lambda.Environment;
import dev.sluice.lambda.JsonHandler;
import dev.sluice.lambda.LogLine;
import dev.sluice.lambda.json.Fields;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The stations' API behind a function URL. Clients send the key of the secret whose ARN is in
 * {@code API_KEY_SECRET}; it is read once, with the first request, so that a changed key counts for
 * functions that start after it.
 */
public final class StationsApiHandler extends JsonHandler {
  private static final long SEED = 1;

  private final StationsApi api;
  private final KeySecret secret;
  private ApiKey key;

  /** For Lambda. */
  public StationsApiHandler() {
    this(
        new StationsApi(new StationFeeds(SEED), InstantSource.system()),
        new KeySecret(
            ClientSettings.build(SecretsManagerClient.builder()),
            Environment.system().require("API_KEY_SECRET")));
  }

  StationsApiHandler(StationsApi api, KeySecret secret) {
    this.api = api;
    this.secret = secret;
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    Request request = FunctionUrl.request(input);
    log.put("method", request.method()).put("path", request.path());
    Answer answer = key().refusal(request).orElseGet(() -> api.answer(request));
    log.put("status", answer.status());
    return FunctionUrl.response(answer);
  }

  private synchronized ApiKey key() {
    if (key == null) {
      key = secret.read();
    }
    return key;
  }
}
