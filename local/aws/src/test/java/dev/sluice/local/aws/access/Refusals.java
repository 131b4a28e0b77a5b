package dev.sluice.local.aws.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Refusals as an SDK's client sees them. */
public final class Refusals {
  private Refusals() {}

  /** A call is refused with this code, whatever the words. */
  public static void assertRefused(ThrowingCallable call, int status, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(status);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            });
  }

  /**
   * A call of a role is refused with this code, for want of a policy of its own.
   *
   * @param resource as the service prints it: S3 quotes, DynamoDB does not
   */
  public static void assertDenied(
      ThrowingCallable call, int status, String code, String role, String action, String resource) {
    assertRefused(call, status, code);
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo(
                        "User: arn:aws:sts::000000000000:assumed-role/%s/test is not authorized to"
                            + " perform: %s on resource: %s because no identity-based policy allows"
                            + " the %s action",
                        role, action, resource, action));
  }
}
