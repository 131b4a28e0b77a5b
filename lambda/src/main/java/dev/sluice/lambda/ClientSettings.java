package dev.sluice.lambda;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * How an AWS client of a function is set up, whichever service it is for. Region, credentials and
 * endpoints come from the environment. A silent connection fails long before the function's own
 * timeout does, so that the SDK's retries get their turn.
 */
public final class ClientSettings {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration CALL = Duration.ofSeconds(10);

  static {
    // The JDK keeps 5 idle connections a host unless told; our widest pool uses 16.
    if (System.getProperty("http.maxConnections") == null) {
      System.setProperty("http.maxConnections", "16");
    }
  }

  private ClientSettings() {}

  /** A client of a service that begins its answer within seconds. */
  public static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(
      B builder) {
    return build(builder, CALL);
  }

  /**
   * A client of a service that may think for longer.
   *
   * @param silence how long it may send nothing
   */
  static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(
      B builder, Duration silence, ExecutionInterceptor... interceptors) {
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(silence))
        .overrideConfiguration(
            o -> o.retryStrategy(RetryMode.STANDARD).executionInterceptors(List.of(interceptors)))
        .build();
  }
}
