package dev.sluice.local.aws.services.s3;

import static dev.sluice.local.aws.services.s3.JudgedS3.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/** What a copy needs of its source and its target. */
class S3CopiesTest extends S3Judged {
  @Test
  void shouldJudgeACopyByItsSourceAndItsTarget() {
    try (S3Client reader = s3.as("reader");
        S3Client writer = s3.as("writer")) {
      assertDenied(
          () -> writer.copyObject(copy("secret", TaggingDirective.COPY)),
          "writer",
          "s3:GetObject",
          "arn:aws:s3:::lake/secret");
      assertDenied(
          () -> reader.copyObject(copy("raw/a", TaggingDirective.COPY)),
          "reader",
          "s3:PutObject",
          "arn:aws:s3:::lake/raw/copy");
    }
  }

  /**
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">AWS, the tag
   *     directive of a copy</a>
   */
  @Test
  void shouldJudgeTheTagsThatACopyTakesFromItsSource() {
    Tag owner = Tag.builder().key("owner").value("shop").build();
    s3.person.putObjectTagging(b -> b.bucket("lake").key("raw/a").tagging(t -> t.tagSet(owner)));
    try (S3Client copier = s3.as("copier")) {
      assertDenied(
          () -> copier.copyObject(copy("raw/a", TaggingDirective.COPY)),
          "copier",
          "s3:GetObjectTagging",
          "arn:aws:s3:::lake/raw/a");
      copier.copyObject(copy("raw/a", TaggingDirective.REPLACE));
      copier.copyObject(copy("raw/tmp/b", TaggingDirective.COPY));
    }
    assertThat(s3.content("raw/copy")).isEqualTo("raw/tmp/b");
  }

  private static Consumer<CopyObjectRequest.Builder> copy(String key, TaggingDirective tags) {
    return b ->
        b.sourceBucket("lake")
            .sourceKey(key)
            .destinationBucket("lake")
            .destinationKey("raw/copy")
            .taggingDirective(tags);
  }
}
