package dev.sluice.lambda.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.lambda.S3;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

class BucketNamerTest {
  private final S3Client s3 =
      S3Client.builder()
          .endpointOverride(URI.create(S3.endpoint()))
          .forcePathStyle(true)
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .overrideConfiguration(o -> o.addExecutionInterceptor(new BucketNamer()))
          .build();

  @Test
  void shouldNameTheBucketThatIsMissing() {
    assertThatThrownBy(
            () -> s3.putObject(r -> r.bucket("gone-bucket").key("k"), RequestBody.fromString("x")))
        .isInstanceOf(NoSuchBucketException.class)
        .hasMessageContaining("the bucket gone-bucket does not exist");
  }

  @Test
  void shouldLeaveOtherRefusalsAsTheyAre() {
    String bucket = S3.bucket();
    assertThatThrownBy(() -> s3.getObject(r -> r.bucket(bucket).key("none")))
        .isInstanceOf(NoSuchKeyException.class);
  }
}
