package dev.sluice.lambda;

import dev.sluice.core.text.Arn;
import dev.sluice.lambda.store.BucketNamer;
import java.time.Duration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** The AWS clients of a handler, made once per process, with the {@link ClientSettings}. */
public final class Clients {

  /** S3 answers a large copy only after it has made it. */
  private static final Duration COPY = Duration.ofMinutes(5);

  private Clients() {}

  public static S3Client s3() {
    return ClientSettings.build(S3Client.builder(), COPY, new BucketNamer());
  }

  public static DynamoDbClient dynamoDb() {
    return ClientSettings.build(DynamoDbClient.builder());
  }

  public static SfnClient stepFunctions() {
    return ClientSettings.build(SfnClient.builder());
  }

  public static GlueClient glue() {
    return ClientSettings.build(GlueClient.builder());
  }

  public static SnsClient sns() {
    return ClientSettings.build(SnsClient.builder());
  }

  /** For a secret in the region that its ARN names, which need not be the function's own. */
  public static SecretsManagerClient secretsOf(String arn) {
    SecretsManagerClientBuilder builder = SecretsManagerClient.builder();
    Arn.region(arn).map(Region::of).ifPresent(builder::region);
    return ClientSettings.build(builder);
  }
}
