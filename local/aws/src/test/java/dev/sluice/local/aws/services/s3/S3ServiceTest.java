package dev.sluice.local.aws.services.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.Pages;
import dev.sluice.local.aws.Resources;
import dev.sluice.local.aws.Sdk;
import dev.sluice.local.aws.access.OpenGate;
import dev.sluice.local.aws.services.events.Delivery;
import dev.sluice.local.aws.services.events.EventBus;
import dev.sluice.local.aws.services.events.Recorder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3ServiceTest {
  private static final String EVENTS =
      "{'BucketName': 'landing', 'VersioningConfiguration': {'Status': 'Enabled'},"
          + " 'NotificationConfiguration': {'EventBridgeConfiguration': {'EventBridgeEnabled': true}}}";

  private final Recorder recorder = new Recorder();
  private EventBus bus;
  private S3Service service;
  private S3Client s3;

  @BeforeAll
  void start(@TempDir Path state) throws Exception {
    Delivery delivery = new Delivery();
    delivery.sender(recorder);
    bus = new EventBus(state.resolve("events"), delivery, Clock.systemUTC());
    bus.rule(Recorder.rule("{\"source\": [\"aws.s3\"]}"));
    bus.deliver();
    service = new S3Service(state.resolve("s3"), bus, new OpenGate(), key -> List.of());
    service.start();
    Resources.deploy(service, "AWS::S3::Bucket", EVENTS);
    Resources.deploy(
        service, "AWS::S3::Bucket", "{'BucketName': 'plain', 'VersioningConfiguration': {}}");
    s3 = Sdk.client(S3Client.builder(), service.url());
  }

  @AfterAll
  void stop() throws IOException {
    s3.close();
    service.close();
    bus.close();
  }

  private PutObjectResponse put(String bucket, String key, String text) {
    return s3.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromString(text));
  }

  private String get(String bucket, String key, String version) {
    return s3.getObjectAsBytes(b -> b.bucket(bucket).key(key).versionId(version)).asUtf8String();
  }

  @Test
  void shouldShutOutWebPagesAndLetProgramsPass() throws Exception {
    Pages.assertShutOut(service.url() + "/plain/key");
    Pages.assertProgramsPass(service.url() + "/plain/key");
  }

  @Test
  void shouldSendTheEventOfAPutWithItsVersion() throws Exception {
    PutObjectResponse written = put("landing", "sales/ä b+c.csv", "12345");

    JsonNode event = recorder.next();

    assertThat(event.path("source").asText()).isEqualTo("aws.s3");
    assertThat(event.path("detail-type").asText()).isEqualTo("Object Created");
    JsonNode detail = event.path("detail");
    assertThat(detail.path("bucket").path("name").asText()).isEqualTo("landing");
    assertThat(detail.path("reason").asText()).isEqualTo("PutObject");
    JsonNode object = detail.path("object");
    assertThat(object.path("key").asText()).isEqualTo("sales/ä b+c.csv");
    assertThat(object.path("size").asLong()).isEqualTo(5);
    assertThat(object.path("version-id").asText()).isEqualTo(written.versionId());
    assertThat('"' + object.path("etag").asText() + '"').isEqualTo(written.eTag());
    assertThat(object.path("sequencer").asText()).matches("[0-9A-F]{16}");
  }

  @Test
  void shouldSendNoEventWhereTheBucketAsksForNone() throws Exception {
    put("plain", "a.csv", "1");

    assertThat(recorder.nextSoon()).isNull();
  }

  @Test
  void shouldSendNoEventForTagsAndRefusedWrites() throws Exception {
    put("landing", "tagged.csv", "1");
    recorder.next();

    s3.putObjectTagging(
        b ->
            b.bucket("landing")
                .key("tagged.csv")
                .tagging(t -> t.tagSet(List.of(Tag.builder().key("a").value("b").build()))));
    assertThatThrownBy(
            () ->
                s3.putObject(
                    b -> b.bucket("landing").key("tagged.csv").ifNoneMatch("*"),
                    RequestBody.fromString("2")))
        .isInstanceOf(S3Exception.class);

    assertThat(recorder.nextSoon()).isNull();
  }

  @Test
  void shouldCopyAndDeleteExactVersions() throws Exception {
    String first = put("landing", "v.csv", "first").versionId();
    String second = put("landing", "v.csv", "second").versionId();
    recorder.next();
    recorder.next();

    s3.copyObject(
        b ->
            b.sourceBucket("landing")
                .sourceKey("v.csv")
                .sourceVersionId(first)
                .destinationBucket("plain")
                .destinationKey("copy.csv"));
    s3.deleteObject(b -> b.bucket("landing").key("v.csv").versionId(first));

    assertThat(get("plain", "copy.csv", null)).isEqualTo("first");
    assertThat(get("landing", "v.csv", null)).isEqualTo("second");
    assertThat(get("landing", "v.csv", second)).isEqualTo("second");
    assertThatThrownBy(() -> get("landing", "v.csv", first)).isInstanceOf(S3Exception.class);
  }

  @Test
  void shouldShowAnOlderVersionAgainWhenTheNewestIsDeleted() throws Exception {
    put("landing", "w.csv", "first");
    String second = put("landing", "w.csv", "second").versionId();
    recorder.next();
    recorder.next();

    s3.deleteObject(b -> b.bucket("landing").key("w.csv").versionId(second));

    assertThat(get("landing", "w.csv", null)).isEqualTo("first");
  }

  @Test
  void shouldLeaveOtherVersionsAloneWhenAVersionIsDeletedTwice() throws Exception {
    String first = put("landing", "twice.csv", "first").versionId();
    put("landing", "twice.csv", "second");
    recorder.next();
    recorder.next();

    s3.deleteObject(b -> b.bucket("landing").key("twice.csv").versionId(first));
    s3.deleteObject(b -> b.bucket("landing").key("twice.csv").versionId(first));
    ObjectIdentifier again = ObjectIdentifier.builder().key("twice.csv").versionId(first).build();
    s3.deleteObjects(b -> b.bucket("landing").delete(d -> d.objects(again)));

    assertThat(get("landing", "twice.csv", null)).isEqualTo("second");
  }

  @Test
  void shouldDeleteVersionsInOneRequest() throws Exception {
    String first = put("landing", "many.csv", "first").versionId();
    put("landing", "many.csv", "second");
    recorder.next();
    recorder.next();
    ObjectIdentifier id = ObjectIdentifier.builder().key("many.csv").versionId(first).build();

    s3.deleteObjects(b -> b.bucket("landing").delete(d -> d.objects(id)));

    assertThatThrownBy(() -> get("landing", "many.csv", first)).isInstanceOf(S3Exception.class);
    assertThat(get("landing", "many.csv", null)).isEqualTo("second");
  }

  @Test
  void shouldForgetTheKeyWhenItsOnlyVersionIsDeleted() throws Exception {
    String only = put("landing", "gone/x.csv", "1").versionId();
    recorder.next();

    s3.deleteObject(b -> b.bucket("landing").key("gone/x.csv").versionId(only));
    s3.deleteObject(b -> b.bucket("landing").key("gone/x.csv").versionId(only));

    assertThat(s3.listObjectsV2(b -> b.bucket("landing").prefix("gone/")).contents()).isEmpty();
    assertThatThrownBy(() -> s3.headObject(b -> b.bucket("landing").key("gone/x.csv")))
        .isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void shouldTellCopiesAndMultipartUploadsApart() throws Exception {
    put("plain", "source.csv", "copied");
    s3.copyObject(
        b ->
            b.sourceBucket("plain")
                .sourceKey("source.csv")
                .destinationBucket("landing")
                .destinationKey("copied.csv"));
    JsonNode copied = recorder.next();
    String upload = s3.createMultipartUpload(b -> b.bucket("landing").key("parts.csv")).uploadId();
    String tag =
        s3.uploadPart(
                b -> b.bucket("landing").key("parts.csv").uploadId(upload).partNumber(1),
                RequestBody.fromString("part"))
            .eTag();
    assertThat(recorder.nextSoon()).isNull();
    s3.completeMultipartUpload(
        b ->
            b.bucket("landing")
                .key("parts.csv")
                .uploadId(upload)
                .multipartUpload(
                    m -> m.parts(CompletedPart.builder().partNumber(1).eTag(tag).build())));
    JsonNode completed = recorder.next();

    assertThat(copied.path("detail").path("reason").asText()).isEqualTo("CopyObject");
    assertThat(completed.path("detail").path("reason").asText())
        .isEqualTo("CompleteMultipartUpload");
    assertThat(completed.path("detail").path("object").path("size").asInt()).isEqualTo(4);
  }

  @Test
  void shouldNumberTheVersionsOfAKeyInTheirOrder() throws Exception {
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String text = "text " + i;
      writers.add(CompletableFuture.runAsync(() -> put("landing", "race.csv", text)));
    }
    CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).join();

    String newest = "";
    String version = "";
    for (int i = 0; i < 20; i++) {
      JsonNode object = recorder.next().path("detail").path("object");
      if (object.path("sequencer").asText().compareTo(newest) > 0) {
        newest = object.path("sequencer").asText();
        version = object.path("version-id").asText();
      }
    }

    assertThat(s3.headObject(b -> b.bucket("landing").key("race.csv")).versionId())
        .isEqualTo(version);
  }

  @Test
  void shouldOpenListAndPutForTheEngine() throws Exception {
    var objects = service.objects();
    objects.put("plain", "e/b.json", "{}".getBytes(StandardCharsets.UTF_8), "application/json");
    objects.put("plain", "e/a.json", "[1]".getBytes(StandardCharsets.UTF_8), "application/json");

    List<String> keys = new ArrayList<>();
    objects.list("plain", "e/").forEachRemaining(o -> keys.add(o.key() + " " + o.size()));

    assertThat(keys).containsExactly("e/a.json 3", "e/b.json 2");
    try (var in = objects.open("plain", "e/a.json")) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("[1]");
    }
    assertThatThrownBy(() -> objects.open("plain", "no such"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("s3://plain/no such");
    assertThatThrownBy(() -> objects.open("nobucket", "x")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> objects.list("nobucket", "x")).isInstanceOf(IOException.class);
  }
}
