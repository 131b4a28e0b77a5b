package dev.sluice.local.aws;

import dev.sluice.local.aws.access.Credentials;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** AWS's own clients against a local address. */
public final class Sdk {
  private Sdk() {}

  /** Builds a client that sees nothing of the user's configuration. */
  public static <B extends AwsClientBuilder<B, C>, C> C client(B builder, String url) {
    return client(builder, url, AwsBasicCredentials.create("local", "local"));
  }

  /** As {@link #client(AwsClientBuilder, String)}, with the credentials of a role. */
  public static <B extends AwsClientBuilder<B, C>, C> C client(
      B builder, String url, Credentials role) {
    return client(
        builder,
        url,
        AwsSessionCredentials.create(
            role.accessKeyId(), role.secretAccessKey(), role.sessionToken()));
  }

  /** As {@link #client(AwsClientBuilder, String)}, with other credentials. */
  public static <B extends AwsClientBuilder<B, C>, C> C client(
      B builder, String url, AwsCredentials credentials) {
    return builder
        .endpointOverride(URI.create(url))
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .build();
  }
}
