package dev.sluice.local.aws.services.s3;

import static dev.sluice.local.aws.services.s3.JudgedS3.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** Lists of objects to delete. */
class S3DeletionsTest extends S3Judged {
  /**
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">AWS,
   *     MalformedXML</a>
   */
  @ParameterizedTest
  @ValueSource(strings = {"", "<Delete>", "<Delete/>", "{}"})
  void shouldRefuseAListThatIsNotTheXmlOfADeletion(String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(s3.url() + "/lake?delete"))
            .header("Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/s3")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> refused =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("<Code>MalformedXML</Code>");
  }

  @Test
  void shouldDeleteNothingOfAListOfWhichARoleMayNotDeleteAll() {
    List<ObjectIdentifier> both =
        List.of(
            ObjectIdentifier.builder().key("raw/tmp/b").build(),
            ObjectIdentifier.builder().key("raw/a").build());
    try (S3Client cleaner = s3.as("cleaner")) {
      assertDenied(
          () -> cleaner.deleteObjects(b -> b.bucket("lake").delete(d -> d.objects(both))),
          "cleaner",
          "s3:DeleteObject",
          "arn:aws:s3:::lake/raw/a");
      assertThat(s3.person.headObject(b -> b.bucket("lake").key("raw/tmp/b")).contentLength())
          .isEqualTo(9);

      assertThat(
              cleaner
                  .deleteObjects(b -> b.bucket("lake").delete(d -> d.objects(both.subList(0, 1))))
                  .deleted())
          .hasSize(1);
    }
    assertThatThrownBy(() -> s3.person.headObject(b -> b.bucket("lake").key("raw/tmp/b")))
        .isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void shouldLeaveTheObjectWhoseReplacementInPartsIsGivenUp() {
    S3Client person = s3.person;
    String upload = person.createMultipartUpload(b -> b.bucket("lake").key("raw/a")).uploadId();
    person.uploadPart(
        b -> b.bucket("lake").key("raw/a").uploadId(upload).partNumber(1),
        RequestBody.fromString("half"));

    person.abortMultipartUpload(b -> b.bucket("lake").key("raw/a").uploadId(upload));

    assertThat(s3.content("raw/a")).isEqualTo("raw/a");
    assertThatThrownBy(
            () -> person.abortMultipartUpload(b -> b.bucket("lake").key("raw/a").uploadId(upload)))
        .isInstanceOf(NoSuchUploadException.class);
  }

  @Test
  void shouldLeaveNothingOfANewObjectThatIsGivenUp() {
    S3Client person = s3.person;
    String upload = person.createMultipartUpload(b -> b.bucket("lake").key("raw/new")).uploadId();

    person.abortMultipartUpload(b -> b.bucket("lake").key("raw/new").uploadId(upload));

    assertThat(person.listObjectsV2(b -> b.bucket("lake").prefix("raw/new")).contents()).isEmpty();
  }
}
