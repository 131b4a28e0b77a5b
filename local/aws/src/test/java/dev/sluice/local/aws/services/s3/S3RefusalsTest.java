package dev.sluice.local.aws.services.s3;

import static dev.sluice.local.aws.services.s3.JudgedS3.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3 refuses to roles that read, list and write, in front of the real store. */
class S3RefusalsTest extends S3Judged {
  @Test
  void shouldLetARoleReadWhatItMayAndNothingElse() {
    try (S3Client reader = s3.as("reader")) {
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
    assertThat(s3.person.getObjectAsBytes(b -> b.bucket("lake").key("raw/a")).asUtf8String())
        .isEqualTo("raw/a");
  }

  @Test
  void shouldAskForAVersionsOwnAction() {
    String version = s3.person.headObject(b -> b.bucket("lake").key("raw/a")).versionId();
    try (S3Client reader = s3.as("reader")) {
      assertDenied(
          () -> reader.getObjectAsBytes(b -> b.bucket("lake").key("raw/a").versionId(version)),
          "reader",
          "s3:GetObjectVersion",
          "arn:aws:s3:::lake/raw/a");
    }
  }

  @Test
  void shouldJudgeAListingByItsPrefix() {
    try (S3Client lister = s3.as("lister")) {
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
    try (S3Client reader = s3.as("reader");
        S3Client lister = s3.as("lister")) {
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
    try (S3Client reader = s3.as("reader")) {
      assertThatThrownBy(() -> reader.headObject(b -> b.bucket("lake").key("secret")))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
      assertThat(reader.headObject(b -> b.bucket("lake").key("raw/a")).contentLength())
          .isEqualTo(5);
    }
  }

  @Test
  void shouldLetARoleUploadInPartsByPutObjectAlone() {
    try (S3Client writer = s3.as("writer")) {
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
    assertThat(s3.person.getObjectAsBytes(b -> b.bucket("lake").key("raw/parts")).asUtf8String())
        .isEqualTo("part");
  }
}
