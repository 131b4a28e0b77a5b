package dev.sluice.local.aws.services.s3;

import static dev.sluice.local.aws.access.PermissionsFixture.allow;

import dev.sluice.local.aws.Resources;
import dev.sluice.local.aws.Sdk;
import dev.sluice.local.aws.access.Credentials;
import dev.sluice.local.aws.access.PermissionsFixture;
import dev.sluice.local.aws.access.Refusals;
import dev.sluice.local.aws.services.events.Delivery;
import dev.sluice.local.aws.services.events.EventBus;
import dev.sluice.local.aws.services.events.Recorder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The real store with the versioned bucket {@code lake}, in front of it the permissions of these
 * roles, all about {@code raw/*}: reader, lister, writer, copier, cleaner (of {@code raw/tmp/*}).
 */
final class JudgedS3 implements AutoCloseable {
  private static final String RAW = "arn:aws:s3:::lake/raw/*";
  private static final String LISTING =
      "{'Effect': 'Allow', 'Action': 's3:ListBucket', 'Resource': 'arn:aws:s3:::lake',"
          + " 'Condition': {'StringLike': {'s3:prefix': 'raw/*'}}}";

  /** The administrator. */
  final S3Client person;

  private final PermissionsFixture fixture;
  private final S3Service service;

  JudgedS3(Path state) throws Exception {
    fixture = new PermissionsFixture(state);
    fixture.role("reader", allow("s3:GetObject", RAW));
    fixture.role("lister", allow("s3:GetObject", RAW) + ", " + LISTING);
    fixture.role("writer", allow("s3:PutObject", RAW));
    fixture.role("copier", allow("s3:GetObject", RAW) + ", " + allow("s3:PutObject", RAW));
    fixture.role("cleaner", allow("s3:DeleteObject", "arn:aws:s3:::lake/raw/tmp/*"));
    Delivery delivery = new Delivery();
    delivery.sender(new Recorder());
    EventBus bus = new EventBus(state.resolve("events"), delivery, Clock.systemUTC());
    service = new S3Service(state.resolve("s3"), bus, fixture.permissions, key -> List.of());
    service.start();
    Resources.deploy(
        service,
        "AWS::S3::Bucket",
        "{'BucketName': 'lake', 'VersioningConfiguration': {'Status': 'Enabled'}}");
    person = Sdk.client(S3Client.builder(), service.url());
  }

  /** Puts {@code raw/a}, {@code raw/tmp/b} and {@code secret}, each with its key for a content. */
  void fill() {
    for (String key : List.of("raw/a", "raw/tmp/b", "secret")) {
      person.putObject(b -> b.bucket("lake").key(key), RequestBody.fromString(key));
    }
  }

  String url() {
    return service.url();
  }

  Credentials credentials(String role) {
    return fixture.credentials(role);
  }

  S3Client as(String role) {
    return Sdk.client(S3Client.builder(), service.url(), credentials(role));
  }

  /** An administrator's content of an object of {@code lake}. */
  String content(String key) {
    return person.getObjectAsBytes(b -> b.bucket("lake").key(key)).asUtf8String();
  }

  /**
   * A call of a role is refused for want of a policy that allows an action on what an ARN names.
   */
  static void assertDenied(ThrowingCallable call, String role, String action, String arn) {
    Refusals.assertDenied(call, 403, "AccessDenied", role, action, '"' + arn + '"');
  }

  @Override
  public void close() {
    person.close();
    service.close();
    fixture.close();
  }
}
