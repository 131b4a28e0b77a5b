package dev.sluice.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.aws.AuditedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class PutBackTest {
  private final List<CopyObjectRequest> copies = new ArrayList<>();
  private RuntimeException failure;
  private final PutBack putBack = new PutBack(new Copies());

  @Test
  void shouldCopyTheFileToWhereItLanded() {
    assertThat(putBack.put(file("s3://failed/sales/a b.csv"))).isEmpty();

    assertThat(copies).hasSize(1);
    assertThat(copies.get(0).sourceBucket()).isEqualTo("failed");
    assertThat(copies.get(0).sourceKey()).isEqualTo("sales/a b.csv");
    assertThat(copies.get(0).destinationBucket()).isEqualTo("landing");
    assertThat(copies.get(0).destinationKey()).isEqualTo("sales/a b.csv");
  }

  @Test
  void shouldSayThatAVanishedFileHasNoCopy() {
    assertThat(putBack.put(file("")).orElseThrow())
        .contains("no copy of it was made", "was deleted", "upload it again");
    assertThat(PutBack.obstacle(file(""))).isPresent();
    assertThat(copies).isEmpty();
  }

  @Test
  void shouldSayThatTheAuditTableNamesNoCopy() {
    assertThat(putBack.put(file("s3://failed")).orElseThrow())
        .contains("found 's3://failed'", "expected s3://bucket/key");
  }

  @Test
  void shouldSayThatTheCopyIsGone() {
    failure = NoSuchKeyException.builder().message("The key does not exist").build();

    assertThat(putBack.put(file("s3://failed/sales/a b.csv")).orElseThrow())
        .isEqualTo("s3://failed/sales/a b.csv is gone; upload it again");
  }

  @Test
  void shouldSayWhyACopyWasRefused() {
    failure = S3Exception.builder().statusCode(403).message("Access\nDenied").build();

    assertThat(putBack.put(file("s3://failed/sales/a b.csv")).orElseThrow())
        .contains("could not be copied", "Access")
        .doesNotContain("\n");
  }

  private static AuditedFile file(String failed) {
    return new AuditedFile(
        Map.of(
            "dataset", AttributeValue.fromS("sales"),
            "object", AttributeValue.fromS("landing/sales/a b.csv"),
            "state", AttributeValue.fromS("INVALID"),
            "failed", AttributeValue.fromS(failed),
            "errors",
                AttributeValue.fromL(
                    List.of(
                        AttributeValue.fromM(
                            Map.of("message", AttributeValue.fromS("it was deleted")))))));
  }

  private final class Copies implements S3Client {
    @Override
    public CopyObjectResponse copyObject(CopyObjectRequest request) {
      if (failure != null) {
        throw failure;
      }
      copies.add(request);
      return CopyObjectResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
