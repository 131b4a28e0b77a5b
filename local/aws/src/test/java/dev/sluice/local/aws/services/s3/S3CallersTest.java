package dev.sluice.local.aws.services.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.aws.Sdk;
import dev.sluice.local.aws.access.Credentials;
import dev.sluice.local.aws.access.Refusals;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Who calls S3: whoever signed, or nobody. */
class S3CallersTest extends S3Judged {
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void shouldLetThemselvesBeJudgedByWhoeverSignedAnUrl() throws Exception {
    assertThat(get(presigned("reader", "raw/a")).body()).isEqualTo("raw/a");
    HttpResponse<String> refused = get(presigned("reader", "secret"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("<Code>AccessDenied</Code>", "assumed-role/reader/test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/lake", "/lake/raw/a", "/lake/raw/missing"})
  void shouldRefuseWhatNobodySigned(String path) throws Exception {
    HttpResponse<String> refused = get(URI.create(s3.url() + path));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("<Code>AccessDenied</Code>", "./sluice env");
  }

  @Test
  void shouldRefuseAKeyThatIsNotKnown() {
    try (S3Client stranger =
        Sdk.client(S3Client.builder(), s3.url(), AwsBasicCredentials.create("AKIASTRANGER", "s"))) {
      Refusals.assertRefused(
          () -> stranger.getObjectAsBytes(b -> b.bucket("lake").key("raw/a")),
          403,
          "InvalidAccessKeyId");
    }
  }

  private URI presigned(String role, String key) throws Exception {
    Credentials signer = s3.credentials(role);
    try (S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(URI.create(s3.url()))
            .region(Region.US_EAST_1)
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsSessionCredentials.create(
                        signer.accessKeyId(), signer.secretAccessKey(), signer.sessionToken())))
            .build()) {
      return presigner
          .presignGetObject(
              b ->
                  b.signatureDuration(Duration.ofMinutes(1))
                      .getObjectRequest(r -> r.bucket("lake").key(key)))
          .url()
          .toURI();
    }
  }

  private HttpResponse<String> get(URI uri) throws Exception {
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
