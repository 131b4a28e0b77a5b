package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.core.function.Counted;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.load.FeedLoader;
import dev.sluice.lambda.load.FeedLoading;
import dev.sluice.lambda.load.HttpSource;
import dev.sluice.lambda.load.Limits;
import dev.sluice.lambda.load.LoadReport;
import dev.sluice.lambda.load.LocalAws;
import dev.sluice.lambda.store.S3Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Fetches the feeds of an HTTP source into the raw zone, {@code raw/<source>/<feed>/<execution
 * name>.json}.
 *
 * <p>In: {@code {"execution": name}}. Out: {@code {"feeds": {feed: {"stored": …, "bytes": …,
 * "lastUpdated": …}}, "loaded": n, "unchanged": m}}. Environment: {@code SOURCE}, {@code BASE_URL},
 * {@code FEEDS} (with commas between), {@code LAKE_BUCKET}; optional {@code HEADERS_SECRET} (ARN),
 * {@code MAX_BYTES} (of a feed, 5 MiB), {@code TIMEOUT_SECONDS} (of a request, 10), {@code
 * PATIENCE_SECONDS} (for retries of all feeds together, 60).
 */
public final class LoadFeedsHandler extends JsonHandler {
  private final FeedLoader loader;

  /** For Lambda. */
  public LoadFeedsHandler() {
    this(wired(Environment.system()));
  }

  LoadFeedsHandler(FeedLoader loader) {
    this.loader = loader;
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    LoadReport report = loader.load(input.string(Payload.EXECUTION));
    log.put(Counted.LOADED, report.loaded()).put(Counted.UNCHANGED, report.unchanged());
    return report.toJson();
  }

  private static FeedLoader wired(Environment environment) {
    // Most sources need no secret, and its client would slow every cold start down.
    Supplier<SecretsManagerClient> secrets =
        Once.of(() -> Clients.secretsOf(environment.require(Variable.HEADERS_SECRET)));
    return new FeedLoading()
        .loader(
            source(environment),
            new S3Store(Clients.s3()),
            environment.require(Variable.LAKE_BUCKET),
            arn -> secrets.get().getSecretValue(s -> s.secretId(arn)).secretString(),
            LocalAws.isAt(environment.find("AWS_ENDPOINT_URL")));
  }

  private static HttpSource source(Environment environment) {
    Limits limits =
        new Limits(
            number(environment, Variable.MAX_BYTES, Variable.DEFAULT_MAX_BYTES),
            Duration.ofSeconds(
                number(environment, Variable.TIMEOUT_SECONDS, Variable.DEFAULT_TIMEOUT_SECONDS)),
            Duration.ofSeconds(
                number(environment, Variable.PATIENCE_SECONDS, Variable.DEFAULT_PATIENCE_SECONDS)));
    return new HttpSource(
        environment.require(Variable.SOURCE),
        environment.require(Variable.BASE_URL),
        List.of(environment.require(Variable.FEEDS).strip().split("\\s*,\\s*")),
        limits,
        environment.find(Variable.HEADERS_SECRET));
  }

  private static int number(Environment environment, String name, int otherwise) {
    String value = environment.find(name).orElse(String.valueOf(otherwise));
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw new IllegalStateException(
          "environment variable " + name + " is '" + value + "', expected a whole number", e);
    }
  }
}
