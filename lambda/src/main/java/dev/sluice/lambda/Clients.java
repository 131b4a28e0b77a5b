package dev.sluice.lambda;

import dev.sluice.lambda.store.BucketNamer;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The AWS clients of a handler, made once per process. Region, credentials and endpoints come from
 * the environment. A silent connection fails long before the function's own timeout does, so that
 * the SDK's retries get their turn.
 */
public final class Clients {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration CALL = Duration.ofSeconds(10);

  /** S3 answers a large copy only after it has made it. */
  private static final Duration COPY = Duration.ofMinutes(5);

  static {
    // The JDK keeps 5 idle connections a host unless told; our widest pool uses 16.
    if (System.getProperty("http.maxConnections") == null) {
      System.setProperty("http.maxConnections", "16");
    }
  }

  private Clients() {}

  public static S3Client s3() {
    return build(S3Client.builder(), COPY, new BucketNamer());
  }

  public static DynamoDbClient dynamoDb() {
    return build(DynamoDbClient.builder(), CALL);
  }

  public static SfnClient stepFunctions() {
    return build(SfnClient.builder(), CALL);
  }

  public static GlueClient glue() {
    return build(GlueClient.builder(), CALL);
  }

  public static SnsClient sns() {
    return build(SnsClient.builder(), CALL);
  }

  public static SecretsManagerClient secrets() {
    return build(SecretsManagerClient.builder(), CALL);
  }

  private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(
      B builder, Duration silence, ExecutionInterceptor... interceptors) {
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(silence))
        .overrideConfiguration(
            o -> o.retryStrategy(RetryMode.STANDARD).executionInterceptors(List.of(interceptors)))
        .build();
  }
}
