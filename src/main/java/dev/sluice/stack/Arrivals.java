package dev.sluice.stack;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.s3.IBucket;

/** The event by which S3 tells that an object has arrived. */
final class Arrivals {
  private Arrivals() {}

  /** Matches every object that is created in that bucket. */
  static EventPattern in(IBucket bucket) {
    return EventPattern.builder()
        .source(List.of("aws.s3"))
        .detailType(List.of("Object Created"))
        .detail(Map.of("bucket", Map.of("name", List.of(bucket.getBucketName()))))
        .build();
  }
}
