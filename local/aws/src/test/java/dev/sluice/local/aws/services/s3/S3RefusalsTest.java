package dev.sluice.local.aws.services.s3;

import static dev.sluice.local.aws.access.PermissionsFixture.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.aws.Resources;
import dev.sluice.local.aws.Sdk;
import dev.sluice.local.aws.access.Credentials;
import dev.sluice.local.aws.access.PermissionsFixture;
import dev.sluice.local.aws.services.events.Delivery;
import dev.sluice.local.aws.services.events.EventBus;
import dev.sluice.local.aws.services.events.Recorder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What S3 refuses to roles, in front of the real store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3RefusalsTest {
  private static final String RAW = "arn:aws:s3:::lake/raw/*";
  private static final String LISTING =
      "{'Effect': 'Allow', 'Action': 's3:ListBucket', 'Resource': 'arn:aws:s3:::lake',"
          + " 'Condition': {'StringLike': {'s3:prefix': 'raw/*'}}}";

  private final HttpClient http = HttpClient.newHttpClient();
  private PermissionsFixture fixture;
  private S3Service service;
  private S3Client person;

  @BeforeAll
  void start(@TempDir Path state) throws Exception {
    fixture = new PermissionsFixture(state);
    fixture.role("reader", allow("s3:GetObject", RAW));
    fixture.role("lister", allow("s3:GetObject", RAW) + ", " + LISTING);
    fixture.role("writer", allow("s3:PutObject", RAW));
    fixture.role("cleaner", allow("s3:DeleteObject", "arn:aws:s3:::lake/raw/tmp/*"));
    Delivery delivery = new Delivery();
    delivery.sender(new Recorder());
    EventBus bus = new EventBus(state.resolve("events"), delivery, Clock.systemUTC());
    service = new S3Service(state.resolve("s3"), bus, fixture.permissions, key -> List.of());
    service.start();
    Resources.deploy(
        service,
        "AWS::S3::Bucket",
        "{'BucketName': 'lake', 'VersioningConfiguration': {'Status': 'Enabled'}}");
    person = Sdk.client(S3Client.builder(), service.url());
  }

  @BeforeEach
  void put() {
    for (String key : List.of("raw/a", "raw/tmp/b", "secret")) {
      person.putObject(b -> b.bucket("lake").key(key), RequestBody.fromString(key));
    }
  }

  @AfterAll
  void stop() {
    person.close();
    service.close();
    fixture.close();
  }

  private S3Client as(String role) {
    return Sdk.client(S3Client.builder(), service.url(), fixture.credentials(role));
  }

  private static void assertDenied(ThrowingCallable call, String role, String action, String on) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(403);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo(
                      "User: arn:aws:sts::000000000000:assumed-role/"
                          + role
                          + "/test is not authorized to perform: "
                          + action
                          + " on resource: \""
                          + on
                          + "\" because no identity-based policy allows the "
                          + action
                          + " action");
            });
  }

  @Test
  void shouldLetARoleReadWhatItMayAndNothingElse() {
    try (S3Client reader = as("reader")) {
      assertThat(reader.getObjectAsBytes(b -> b.bucket("lake").key("raw/a")).asUtf8String())
          .isEqualTo("raw/a");
      assertDenied(
          () -> reader.getObjectAsBytes(b -> b.bucket("lake").key("secret")),
          "reader",
          "s3:GetObject",
          "arn:aws:s3:::lake/secret");
      assertDenied(
          () -> reader.putObject(b -> b.bucket("lake").key("raw/a"), RequestBody.fromString("x")),
          "reader",
          "s3:PutObject",
          "arn:aws:s3:::lake/raw/a");
      assertDenied(
          () -> reader.deleteObject(b -> b.bucket("lake").key("raw/a")),
          "reader",
          "s3:DeleteObject",
          "arn:aws:s3:::lake/raw/a");
    }
    assertThat(person.getObjectAsBytes(b -> b.bucket("lake").key("raw/a")).asUtf8String())
        .isEqualTo("raw/a");
  }

  @Test
  void shouldAskForAVersionsOwnAction() {
    String version = person.headObject(b -> b.bucket("lake").key("raw/a")).versionId();
    try (S3Client reader = as("reader")) {
      assertDenied(
          () -> reader.getObjectAsBytes(b -> b.bucket("lake").key("raw/a").versionId(version)),
          "reader",
          "s3:GetObjectVersion",
          "arn:aws:s3:::lake/raw/a");
    }
  }

  @Test
  void shouldJudgeACopyByItsSourceAndItsTarget() {
    try (S3Client reader = as("reader");
        S3Client writer = as("writer")) {
      assertDenied(
          () ->
              writer.copyObject(
                  b ->
                      b.sourceBucket("lake")
                          .sourceKey("secret")
                          .destinationBucket("lake")
                          .destinationKey("raw/copy")),
          "writer",
          "s3:GetObject",
          "arn:aws:s3:::lake/secret");
      assertDenied(
          () ->
              reader.copyObject(
                  b ->
                      b.sourceBucket("lake")
                          .sourceKey("raw/a")
                          .destinationBucket("lake")
                          .destinationKey("raw/copy")),
          "reader",
          "s3:PutObject",
          "arn:aws:s3:::lake/raw/copy");
    }
  }

  @Test
  void shouldJudgeAListingByItsPrefix() {
    try (S3Client lister = as("lister")) {
      assertThat(lister.listObjectsV2(b -> b.bucket("lake").prefix("raw/tmp/")).contents())
          .hasSize(1);
      for (String prefix : new String[] {"", "secret", null}) {
        assertDenied(
            () -> lister.listObjectsV2(b -> b.bucket("lake").prefix(prefix)),
            "lister",
            "s3:ListBucket",
            "arn:aws:s3:::lake");
      }
    }
  }

  @Test
  void shouldSayThatAnObjectIsMissingOnlyToThoseWhoMayListIt() {
    try (S3Client reader = as("reader");
        S3Client lister = as("lister")) {
      assertDenied(
          () -> reader.getObjectAsBytes(b -> b.bucket("lake").key("raw/missing")),
          "reader",
          "s3:ListBucket",
          "arn:aws:s3:::lake");
      assertThatThrownBy(() -> reader.headObject(b -> b.bucket("lake").key("raw/missing")))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
      assertThatThrownBy(() -> lister.getObjectAsBytes(b -> b.bucket("lake").key("raw/missing")))
          .isInstanceOf(NoSuchKeyException.class);
      assertThatThrownBy(() -> lister.headObject(b -> b.bucket("lake").key("raw/missing")))
          .isInstanceOf(NoSuchKeyException.class);
    }
  }

  @Test
  void shouldRefuseAHeadWithoutWords() {
    try (S3Client reader = as("reader")) {
      assertThatThrownBy(() -> reader.headObject(b -> b.bucket("lake").key("secret")))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
      assertThat(reader.headObject(b -> b.bucket("lake").key("raw/a")).contentLength())
          .isEqualTo(5);
    }
  }

  @Test
  void shouldDeleteNothingOfAListOfWhichARoleMayNotDeleteAll() {
    List<ObjectIdentifier> both =
        List.of(
            ObjectIdentifier.builder().key("raw/tmp/b").build(),
            ObjectIdentifier.builder().key("raw/a").build());
    try (S3Client cleaner = as("cleaner")) {
      assertDenied(
          () -> cleaner.deleteObjects(b -> b.bucket("lake").delete(d -> d.objects(both))),
          "cleaner",
          "s3:DeleteObject",
          "arn:aws:s3:::lake/raw/a");
      assertThat(person.headObject(b -> b.bucket("lake").key("raw/tmp/b")).contentLength())
          .isEqualTo(9);

      assertThat(
              cleaner
                  .deleteObjects(b -> b.bucket("lake").delete(d -> d.objects(both.subList(0, 1))))
                  .deleted())
          .hasSize(1);
    }
    assertThatThrownBy(() -> person.headObject(b -> b.bucket("lake").key("raw/tmp/b")))
        .isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void shouldLetARoleUploadInPartsByPutObjectAlone() {
    try (S3Client writer = as("writer")) {
      String upload =
          writer.createMultipartUpload(b -> b.bucket("lake").key("raw/parts")).uploadId();
      String tag =
          writer
              .uploadPart(
                  b -> b.bucket("lake").key("raw/parts").uploadId(upload).partNumber(1),
                  RequestBody.fromString("part"))
              .eTag();
      assertDenied(
          () ->
              writer.abortMultipartUpload(b -> b.bucket("lake").key("raw/parts").uploadId(upload)),
          "writer",
          "s3:AbortMultipartUpload",
          "arn:aws:s3:::lake/raw/parts");
      CompletedPart part = CompletedPart.builder().partNumber(1).eTag(tag).build();
      writer.completeMultipartUpload(
          b ->
              b.bucket("lake")
                  .key("raw/parts")
                  .uploadId(upload)
                  .multipartUpload(m -> m.parts(part)));
      assertDenied(
          () -> writer.createMultipartUpload(b -> b.bucket("lake").key("other")),
          "writer",
          "s3:PutObject",
          "arn:aws:s3:::lake/other");
    }
    assertThat(person.getObjectAsBytes(b -> b.bucket("lake").key("raw/parts")).asUtf8String())
        .isEqualTo("part");
  }

  @Test
  void shouldLetThemselvesBeJudgedByWhoeverSignedAnUrl() throws Exception {
    assertThat(get(presigned("reader", "raw/a")).body()).isEqualTo("raw/a");
    HttpResponse<String> refused = get(presigned("reader", "secret"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("<Code>AccessDenied</Code>", "assumed-role/reader/test");
  }

  private URI presigned(String role, String key) throws Exception {
    Credentials signer = fixture.credentials(role);
    try (S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(URI.create(service.url()))
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

  @ParameterizedTest
  @ValueSource(strings = {"/", "/lake", "/lake/raw/a", "/lake/raw/missing"})
  void shouldRefuseWhatNobodySigned(String path) throws Exception {
    HttpResponse<String> refused = get(URI.create(service.url() + path));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("<Code>AccessDenied</Code>", "./sluice env");
  }

  @Test
  void shouldRefuseAKeyThatIsNotKnown() {
    try (S3Client stranger =
        Sdk.client(
            S3Client.builder(), service.url(), AwsBasicCredentials.create("AKIASTRANGER", "s"))) {
      assertThatThrownBy(() -> stranger.getObjectAsBytes(b -> b.bucket("lake").key("raw/a")))
          .isInstanceOfSatisfying(
              S3Exception.class,
              e -> {
                assertThat(e.statusCode()).isEqualTo(403);
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAccessKeyId");
              });
    }
  }
}
