package dev.sluice.lambda.store;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Names the bucket where S3 says only that it does not exist. Thread-safe. */
public final class BucketNamer implements ExecutionInterceptor {
  @Override
  public Throwable modifyException(
      Context.FailedExecution context, ExecutionAttributes executionAttributes) {
    Throwable failure = context.exception();
    if (failure instanceof AwsServiceException refusal
        && refusal.awsErrorDetails() != null
        && "NoSuchBucket".equals(refusal.awsErrorDetails().errorCode())) {
      return context
          .request()
          .getValueForField("Bucket", String.class)
          .<Throwable>map(bucket -> named(refusal, bucket))
          .orElse(failure);
    }
    return failure;
  }

  /** An exception of the same class, which the SDK insists on. */
  private static AwsServiceException named(AwsServiceException refusal, String bucket) {
    String message = "the bucket " + bucket + " does not exist";
    AwsErrorDetails details = refusal.awsErrorDetails().toBuilder().errorMessage(message).build();
    return refusal.toBuilder().message(message).awsErrorDetails(details).build();
  }
}
