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
 * A bucket closed to the public and to plain HTTP, encrypted with the pipeline's key. A bucket key
 * keeps the price of encryption from growing with the number of objects.
 */
public final class DataBucket {
  private static final Duration ABANDONED_UPLOADS = Duration.days(7);
  private static final Duration OLD_VERSIONS = Duration.days(90);

  private DataBucket() {}

  /** A bucket of people's files: an object that was replaced or deleted can be had back. */
  public static Bucket versioned(Construct scope, String id, IKey key, RemovalPolicy removal) {
    LifecycleRule rule = tidied().noncurrentVersionExpiration(OLD_VERSIONS).build();
    return create(scope, id, key, removal, rule, true);
  }

  /**
   * A bucket of what is made from other data and overwritten at each run. Versions would only pile
   * up: Spark's temporary files leave delete markers, which slow every listing.
   *
   * @see <a
   *     href="https://hadoop.apache.org/docs/current/hadoop-aws/tools/hadoop-aws/performance.html">
   *     Hadoop: Maximizing performance when working with S3A</a>
   */
  public static Bucket derived(Construct scope, String id, IKey key, RemovalPolicy removal) {
    return create(scope, id, key, removal, tidied().build(), false);
  }

  /** Like {@link #derived}, with objects that are deleted some days after they were written. */
  public static Bucket expiring(
      Construct scope, String id, IKey key, RemovalPolicy removal, int days) {
    LifecycleRule rule = tidied().expiration(Duration.days(days)).build();
    return create(scope, id, key, removal, rule, false);
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
        .abortIncompleteMultipartUploadAfter(ABANDONED_UPLOADS);
  }

  private static Bucket create(
      Construct scope,
      String id,
      IKey key,
      RemovalPolicy removal,
      LifecycleRule rule,
      boolean versioned) {
    Bucket bucket =
        Bucket.Builder.create(scope, id)
            .encryption(BucketEncryption.KMS)
            .encryptionKey(key)
            .bucketKeyEnabled(true)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .enforceSsl(true)
            .minimumTlsVersion(1.2)
            .versioned(versioned)
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
