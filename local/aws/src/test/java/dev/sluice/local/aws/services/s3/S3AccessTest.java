package dev.sluice.local.aws.services.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.aws.access.Described;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What S3's operations need.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">permissions
 *     by operation</a>
 */
class S3AccessTest {
  private static List<String> needed(String line, String headers) {
    return Described.of(S3Access.of(S3Request.of(Asked.request(line, headers))));
  }

  @ParameterizedTest
  @CsvSource({
    "GET /,                                   s3:ListAllMyBuckets *",
    "PUT /lake,                               s3:CreateBucket s3:::lake",
    "DELETE /lake,                            s3:DeleteBucket s3:::lake",
    "HEAD /lake,                              s3:ListBucket s3:::lake {s3:prefix=[]}",
    "GET /lake,                               s3:ListBucket s3:::lake {s3:prefix=[]}",
    "GET /lake/,                              s3:ListBucket s3:::lake {s3:prefix=[]}",
    "GET /lake?list-type=2&prefix=raw%2Fa%20, s3:ListBucket s3:::lake {s3:prefix=[raw/a ]}",
    "GET /lake?list-type=2&prefix=a+b%2Bc,    s3:ListBucket s3:::lake {s3:prefix=[a b+c]}",
    "GET /lake?versions&prefix=raw/,          s3:ListBucketVersions s3:::lake {s3:prefix=[raw/]}",
    "GET /lake?uploads,                       s3:ListBucketMultipartUploads s3:::lake",
    "GET /lake?location,                      s3:GetBucketLocation s3:::lake",
    "GET /lake?versioning,                    s3:GetBucketVersioning s3:::lake",
    "PUT /lake?versioning,                    s3:PutBucketVersioning s3:::lake",
    "GET /lake?encryption,                    s3:GetEncryptionConfiguration s3:::lake",
    "DELETE /lake?encryption,                 s3:PutEncryptionConfiguration s3:::lake",
    "PUT /lake?lifecycle,                     s3:PutLifecycleConfiguration s3:::lake",
    "DELETE /lake?lifecycle,                  s3:PutLifecycleConfiguration s3:::lake",
    "DELETE /lake?tagging,                    s3:PutBucketTagging s3:::lake",
    "DELETE /lake?policy,                     s3:DeleteBucketPolicy s3:::lake",
    "PUT /lake?notification,                  s3:PutBucketNotification s3:::lake",
    "GET /lake?publicAccessBlock,             s3:GetBucketPublicAccessBlock s3:::lake",
    "GET /lake?cors,                          s3:GetBucketCORS s3:::lake",
  })
  void shouldSpeakOfTheBucket(String line, String access) {
    assertThat(needed(line.trim(), null)).containsExactly(access);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /lake/raw/a.csv,                     s3:GetObject s3:::lake/raw/a.csv",
    "HEAD /lake/raw/a.csv,                    s3:GetObject s3:::lake/raw/a.csv",
    "GET /lake/a?versionId=v,                 s3:GetObjectVersion s3:::lake/a",
    "HEAD /lake/a?versionId=v,                s3:GetObjectVersion s3:::lake/a",
    "GET /lake/a%20b+c/%E2%82%AC,             s3:GetObject s3:::lake/a b+c/€",
    "PUT /lake/a,                             s3:PutObject s3:::lake/a",
    "DELETE /lake/a,                          s3:DeleteObject s3:::lake/a",
    "DELETE /lake/a?versionId=v,              s3:DeleteObjectVersion s3:::lake/a",
    "GET /lake/a?tagging,                     s3:GetObjectTagging s3:::lake/a",
    "GET /lake/a?tagging&versionId=v,         s3:GetObjectVersionTagging s3:::lake/a",
    "PUT /lake/a?tagging,                     s3:PutObjectTagging s3:::lake/a",
    "DELETE /lake/a?tagging,                  s3:DeleteObjectTagging s3:::lake/a",
    "GET /lake/a?acl,                         s3:GetObjectAcl s3:::lake/a",
    "PUT /lake/a?acl&versionId=v,             s3:PutObjectVersionAcl s3:::lake/a",
    "POST /lake/a?uploads,                    s3:PutObject s3:::lake/a",
    "PUT /lake/a?partNumber=1&uploadId=u,     s3:PutObject s3:::lake/a",
    "POST /lake/a?uploadId=u,                 s3:PutObject s3:::lake/a",
    "DELETE /lake/a?uploadId=u,               s3:AbortMultipartUpload s3:::lake/a",
    "GET /lake/a?uploadId=u,                  s3:ListMultipartUploadParts s3:::lake/a",
    "POST /lake?delete,",
  })
  void shouldSpeakOfTheObject(String line, String access) {
    assertThat(needed(line.trim(), null)).isEqualTo(access == null ? List.of() : List.of(access));
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html">AWS</a>
   */
  @ParameterizedTest
  @CsvSource({
    "GET /lake/a?attributes,             s3:GetObject, s3:GetObjectAttributes",
    "GET /lake/a?attributes&versionId=v, s3:GetObjectVersion, s3:GetObjectVersionAttributes",
  })
  void shouldNeedTheRightToReadBesidesTheOneToAttributes(String line, String read, String more) {
    assertThat(needed(line, null)).containsExactly(read + " s3:::lake/a", more + " s3:::lake/a");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT /lake/b, x-amz-copy-source: raw/a,                  s3:GetObject s3:::raw/a",
    "PUT /lake/b, x-amz-copy-source: /raw/a%20b+c,           s3:GetObject s3:::raw/a b+c",
    "PUT /lake/b, x-amz-copy-source: raw/x%2Fa?versionId=v,  s3:GetObjectVersion s3:::raw/x/a",
    "PUT /lake/b?partNumber=1&uploadId=u, x-amz-copy-source: raw/a, s3:GetObject s3:::raw/a",
    "PUT /lake/b, x-amz-tagging: k=v,                        s3:PutObjectTagging s3:::lake/b",
    "POST /lake/b?uploads, x-amz-tagging: k=v,               s3:PutObjectTagging s3:::lake/b",
    "PUT /lake/b, x-amz-acl: private,                        s3:PutObjectAcl s3:::lake/b",
    "PUT /lake/b, x-amz-grant-full-control: id=1,            s3:PutObjectAcl s3:::lake/b",
  })
  void shouldNeedWhatTheHeadersAskForBesidesWriting(String line, String headers, String access) {
    assertThat(needed(line, headers)).containsExactly("s3:PutObject s3:::lake/b", access);
  }

  /**
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">AWS, the tag
   *     directive of a copy</a>
   */
  @ParameterizedTest
  @CsvSource({
    "PUT /lake/b, x-amz-copy-source: raw/a, true",
    "PUT /lake/b, x-amz-copy-source: raw/a; x-amz-tagging-directive: COPY, true",
    "PUT /lake/b, x-amz-copy-source: raw/a; x-amz-tagging-directive: REPLACE, false",
    "PUT /lake/b?partNumber=1&uploadId=u, x-amz-copy-source: raw/a, false",
    "PUT /lake/b, , false",
  })
  void shouldCopyTheTagsOfASourceUnlessTheyAreReplaced(String line, String headers, boolean tags) {
    assertThat(S3Request.of(Asked.request(line, headers)).copiesTags()).isEqualTo(tags);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-copy-source: raw/a,             s3:GetObjectTagging s3:::raw/a",
    "x-amz-copy-source: raw/a?versionId=v, s3:GetObjectVersionTagging s3:::raw/a",
  })
  void shouldReadAndWriteTheTagsThatACopyTakes(String header, String read) {
    S3Request copy = S3Request.of(Asked.request("PUT /lake/b", header));
    assertThat(Described.of(S3Access.copyTags(copy)))
        .containsExactly(read, "s3:PutObjectTagging s3:::lake/b");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT /lake/a?partNumber=1&uploadId=u, true",
    "POST /lake/a?uploadId=u,             true",
    "POST /lake/a?uploads,                false",
    "GET /lake/a?uploadId=u,              false",
    "DELETE /lake/a?uploadId=u,           false",
    "PUT /lake/a,                         false",
  })
  void shouldReadBackThePartsOfAnUpload(String line, boolean readsBack) {
    assertThat(S3Access.readsBack(S3Request.of(Asked.request(line.trim(), null))))
        .isEqualTo(readsBack);
  }
}
