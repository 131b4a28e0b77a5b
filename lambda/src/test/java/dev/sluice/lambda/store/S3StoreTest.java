package dev.sluice.lambda.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.lambda.S3;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

class S3StoreTest extends ObjectStoreContract {

  private static final int MEGABYTE = 1 << 20;

  private String bucket;

  @BeforeEach
  void create() {
    bucket = S3.bucket();
  }

  @Override
  ObjectStore store() {
    return new S3Store(S3.client());
  }

  @Override
  String bucket() {
    return bucket;
  }

  @Override
  ObjectVersion upload(String key, byte[] content) {
    String version =
        S3.client()
            .putObject(p -> p.bucket(bucket).key(key), RequestBody.fromBytes(content))
            .versionId();
    return new ObjectVersion(bucket, key, version);
  }

  @Override
  void hide(String key) {
    S3.client().deleteObject(d -> d.bucket(bucket).key(key));
  }

  @Override
  Map<String, String> metadata(String key) {
    return S3.client().headObject(h -> h.bucket(bucket).key(key)).metadata();
  }

  @Test
  void shouldCopyInPartsWhatIsTooLargeForOneCopy() throws IOException {
    byte[] content = new byte[11 * MEGABYTE];
    new Random(7).nextBytes(content);
    ObjectVersion version = upload("large +1.csv", content);
    upload("large +1.csv", bytes("newer"));
    LargeCopy parts = new LargeCopy(S3.client(), 5 * MEGABYTE, 5 * MEGABYTE);

    new S3Store(S3.client(), parts).copy(version, content.length, bucket, "raw/large.csv");

    try (InputStream in = store().open(bucket, "raw/large.csv").orElseThrow()) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
    assertThat(S3.client().listMultipartUploads(l -> l.bucket(bucket)).uploads()).isEmpty();
  }

  @Test
  void shouldNotReadOnWhenAStreamIsClosedEarly() throws IOException {
    ObjectVersion version = upload("long.csv", new byte[8 * MEGABYTE]);

    try (InputStream in = store().openCurrent(version)) {
      assertThat(in.readNBytes(10)).hasSize(10);
    }
    assertThat(store().open(bucket, "long.csv")).isPresent();
  }

  @Test
  void shouldTellAMissingBucketFromAMissingObject() {
    ObjectVersion nowhere = new ObjectVersion("no-such-bucket-here", "a.csv", "v1");

    assertThatThrownBy(() -> store().openCurrent(nowhere))
        .isInstanceOf(NoSuchBucketException.class);
  }
}
