package dev.sluice.console.aws;

import dev.sluice.console.local.EndpointFile;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The AWS that a command speaks to: the embedded one or an account. Makes the service clients. */
public final class Target implements AutoCloseable {
  /** The embedded AWS's; it knows them by the key. */
  public static final AwsCredentials ADMINISTRATOR = AwsBasicCredentials.create("local", "local");

  private final Optional<EndpointFile> local;
  private final String profile;
  private final String region;
  private final AwsCredentials localCredentials;
  private final SdkHttpClient http = UrlConnectionHttpClient.builder().build();

  private Target(
      Optional<EndpointFile> local,
      AwsCredentials localCredentials,
      String profile,
      String region) {
    this.local = local;
    this.localCredentials = localCredentials;
    this.profile = profile;
    this.region = region;
  }

  /** The embedded AWS, as its administrator. */
  public static Target local(EndpointFile endpoint) {
    return local(endpoint, ADMINISTRATOR);
  }

  /** The embedded AWS, as whoever these credentials are of. */
  public static Target local(EndpointFile endpoint, AwsCredentials credentials) {
    return new Target(Optional.of(endpoint), credentials, null, endpoint.region());
  }

  /** An account, by the SDK's default chain; profile and region may be null. */
  public static Target account(String profile, String region) {
    return new Target(Optional.empty(), null, profile, region);
  }

  public boolean isLocal() {
    return local.isPresent();
  }

  /** The embedded AWS's own account of itself; empty for an account. */
  public Optional<EndpointFile> endpoint() {
    return local;
  }

  public SfnClient stepFunctions() {
    return configured(SfnClient.builder().httpClient(http), EndpointFile::defaultEndpoint).build();
  }

  public GlueClient glue() {
    return configured(GlueClient.builder().httpClient(http), EndpointFile::defaultEndpoint).build();
  }

  public SsmClient parameters() {
    return configured(SsmClient.builder().httpClient(http), EndpointFile::defaultEndpoint).build();
  }

  public StsClient securityTokens() {
    return configured(StsClient.builder().httpClient(http), EndpointFile::defaultEndpoint).build();
  }

  public CloudWatchLogsClient logs() {
    return configured(
            CloudWatchLogsClient.builder().httpClient(http), EndpointFile::defaultEndpoint)
        .build();
  }

  public S3Client s3() {
    return configured(S3Client.builder().httpClient(http), EndpointFile::s3Endpoint)
        .forcePathStyle(isLocal())
        .build();
  }

  public DynamoDbClient dynamoDb() {
    return configured(DynamoDbClient.builder().httpClient(http), EndpointFile::dynamoDbEndpoint)
        .build();
  }

  private <B extends AwsClientBuilder<B, C>, C> B configured(
      B builder, java.util.function.Function<EndpointFile, URI> endpoint) {
    local.map(endpoint).ifPresent(builder::endpointOverride);
    builder.credentialsProvider(credentials());
    if (region != null) {
      builder.region(Region.of(region));
    }
    if (profile != null) {
      builder.overrideConfiguration(c -> c.defaultProfileName(profile));
    }
    return builder;
  }

  private AwsCredentialsProvider credentials() {
    if (isLocal()) {
      return StaticCredentialsProvider.create(localCredentials);
    }
    return profile == null
        ? DefaultCredentialsProvider.builder().build()
        : DefaultCredentialsProvider.builder().profileName(profile).build();
  }

  @Override
  public void close() {
    http.close();
  }
}
