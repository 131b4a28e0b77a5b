package dev.sluice.stack.demo;

import dev.sluice.config.Assets;
import dev.sluice.config.Settings;
import dev.sluice.construct.DataStores;
import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.construct.HttpSource;
import dev.sluice.construct.Nag;
import dev.sluice.construct.Platform;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.amazon.awscdk.services.lambda.FunctionUrlAuthType;
import software.amazon.awscdk.services.lambda.FunctionUrlOptions;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * A bike-share operator's API to try things on: a function behind a URL, which answers whoever
 * sends the key that lies in a secret.
 */
public final class StationsApiStack extends Stack {
  /** The part of a deployment that it is. */
  public static final String PART = "stations-api";

  private static final String KEY_HEADER = "x-api-key";

  private final HttpSource source;

  /** The stack {@code <deployment>-stations-api}. */
  public StationsApiStack(
      Construct scope, StackProps props, Settings settings, Assets assets, DataStores stores) {
    super(scope, settings.deployment().named(PART), props);
    Platform platform = new Platform(this, PART, settings, assets, stores, stores.invalidFiles());
    Secret key =
        Secret.Builder.create(this, "Key")
            .description("What callers of the demonstration API send as " + KEY_HEADER)
            .encryptionKey(stores.key())
            .generateSecretString(
                SecretStringGenerator.builder()
                    .secretStringTemplate("{}")
                    .generateStringKey(KEY_HEADER)
                    .passwordLength(40)
                    .excludePunctuation(true)
                    .build())
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    Nag.accept(key, "AwsSolutions-SMG4", "The key of a demonstration with made-up data.");
    Handler api =
        platform.handler(
            HandlerSpec.demo("stations-api")
                .timeout(15)
                .with("API_KEY_SECRET", key.getSecretArn())
                .may(Grants.statement(List.of("secretsmanager:GetSecretValue"), key.getSecretArn()))
                .may(platform.grants().decrypt()));
    FunctionUrl url =
        api.target()
            .addFunctionUrl(
                // Whoever has no key is refused by the function itself, as by any operator's API.
                FunctionUrlOptions.builder().authType(FunctionUrlAuthType.NONE).build());
    source =
        new HttpSource(
            "stations",
            url.getUrl(),
            List.of("station_information", "station_status"),
            key.getSecretArn());
  }

  /** The API, for pipelines. */
  public HttpSource source() {
    return source;
  }
}
