package dev.sluice.construct;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/**
 * A versioned bucket, closed to the public and to plain HTTP, encrypted with the pipeline's key. A
 * bucket key keeps the price of encryption from growing with the number of objects.
 */
public final class DataBucket {
  private static final Duration ABANDONED_UPLOADS = Duration.days(7);
  private static final Duration OLD_VERSIONS = Duration.days(90);

  private DataBucket() {}

  /** A bucket whose current objects stay. */
  public static Bucket keeping(Construct scope, String id, IKey key, RemovalPolicy removal) {
    return create(scope, id, key, removal, tidied().build());
  }

  /** A bucket whose objects are deleted some days after they were written. */
  public static Bucket expiring(
      Construct scope, String id, IKey key, RemovalPolicy removal, int days) {
    return create(scope, id, key, removal, tidied().expiration(Duration.days(days)).build());
  }

  /** Lets EventBridge know of new objects, without the helper function that the CDK would add. */
  public static void announce(Bucket bucket) {
    CfnBucket resource = (CfnBucket) bucket.getNode().getDefaultChild();
    resource.setNotificationConfiguration(
        CfnBucket.NotificationConfigurationProperty.builder()
            .eventBridgeConfiguration(
                CfnBucket.EventBridgeConfigurationProperty.builder()
                    .eventBridgeEnabled(true)
                    .build())
            .build());
  }

  private static LifecycleRule.Builder tidied() {
    return LifecycleRule.builder()
        .id("tidy")
        .abortIncompleteMultipartUploadAfter(ABANDONED_UPLOADS)
        .noncurrentVersionExpiration(OLD_VERSIONS);
  }

  private static Bucket create(
      Construct scope, String id, IKey key, RemovalPolicy removal, LifecycleRule rule) {
    Bucket bucket =
        Bucket.Builder.create(scope, id)
            .encryption(BucketEncryption.KMS)
            .encryptionKey(key)
            .bucketKeyEnabled(true)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .enforceSsl(true)
            .minimumTlsVersion(1.2)
            .versioned(true)
            .lifecycleRules(List.of(rule))
            .removalPolicy(removal)
            .build();
    Nag.accept(
        bucket,
        "AwsSolutions-S1",
        "Server access logs would cost more than the objects; CloudTrail data events serve whoever"
            + " must audit reads.");
    return bucket;
  }
}
