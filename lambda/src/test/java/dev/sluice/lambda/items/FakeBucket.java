package dev.sluice.lambda.items;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** One bucket in memory that lists, puts and deletes. */
final class FakeBucket implements S3Client {
  final Map<String, byte[]> objects = new TreeMap<>();
  boolean readOnly;

  @Override
  public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
    return ListObjectsV2Response.builder()
        .isTruncated(false)
        .contents(
            objects.keySet().stream()
                .filter(key -> key.startsWith(request.prefix()))
                .map(key -> S3Object.builder().key(key).build())
                .toList())
        .build();
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    if (readOnly) {
      throw AwsServiceException.builder().message("Access Denied").statusCode(403).build();
    }
    try (var in = body.contentStreamProvider().newStream()) {
      objects.put(request.key(), in.readAllBytes());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return PutObjectResponse.builder().build();
  }

  @Override
  public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
    objects.remove(request.key());
    return DeleteObjectResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "s3";
  }

  @Override
  public void close() {}
}
