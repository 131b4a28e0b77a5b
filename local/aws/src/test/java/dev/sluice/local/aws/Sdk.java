package dev.sluice.local.aws;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** AWS's own clients against a local address. */
public final class Sdk {
  private Sdk() {}

  /** Builds a client that sees nothing of the user's configuration. */
  public static <B extends AwsClientBuilder<B, C>, C> C client(B builder, String url) {
    return builder
        .endpointOverride(URI.create(url))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }
}
