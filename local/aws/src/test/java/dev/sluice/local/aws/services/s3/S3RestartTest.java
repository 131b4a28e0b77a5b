package dev.sluice.local.aws.services.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.Resources;
import dev.sluice.local.aws.Sdk;
import dev.sluice.local.aws.access.OpenGate;
import dev.sluice.local.aws.services.events.Delivery;
import dev.sluice.local.aws.services.events.EventBus;
import dev.sluice.local.aws.services.events.Recorder;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3RestartTest {
  private static final String BUCKET =
      "{'BucketName': 'landing', 'VersioningConfiguration': {'Status': 'Enabled'},"
          + " 'NotificationConfiguration': {'EventBridgeConfiguration': {}}}";

  @TempDir Path directory;
  private Path state;

  @BeforeEach
  void prepare() throws IOException {
    state = Files.createDirectory(directory.resolve("state"));
  }

  private final class Running implements AutoCloseable {
    final Recorder recorder = new Recorder();
    final EventBus bus;
    final S3Service service;
    final S3Client s3;

    Running() throws Exception {
      Delivery delivery = new Delivery();
      delivery.sender(recorder);
      bus = new EventBus(state.resolve("events"), delivery, Clock.systemUTC());
      bus.rule(Recorder.rule("{\"source\": [\"aws.s3\"]}"));
      service = new S3Service(state.resolve("s3"), bus, new OpenGate(), key -> List.of());
      service.start();
      Resources.deploy(service, "AWS::S3::Bucket", BUCKET);
      s3 = Sdk.client(S3Client.builder(), service.url());
    }

    String put(String key, String text) {
      return s3.putObject(b -> b.bucket("landing").key(key), RequestBody.fromString(text))
          .versionId();
    }

    String get(String key, String version) {
      return s3.getObjectAsBytes(b -> b.bucket("landing").key(key).versionId(version))
          .asUtf8String();
    }

    List<String> keys() {
      return s3.listObjectsV2(b -> b.bucket("landing")).contents().stream()
          .map(S3Object::key)
          .toList();
    }

    @Override
    public void close() throws IOException {
      s3.close();
      service.close();
      bus.close();
    }
  }

  private Path file(String name) throws IOException {
    return file(state, name);
  }

  private static Path file(Path state, String name) throws IOException {
    try (Stream<Path> files = Files.walk(state.resolve("s3").resolve("landing"))) {
      return files.filter(f -> f.getFileName().toString().endsWith(name)).findFirst().orElseThrow();
    }
  }

  @Test
  void shouldKeepVersionsEventsAndTheirOrderOverARestart() throws Exception {
    String first;
    try (Running before = new Running()) {
      first = before.put("a.csv", "first");
      before.put("a.csv", "second");
    }
    try (Running after = new Running()) {
      assertThat(after.get("a.csv", null)).isEqualTo("second");
      assertThat(after.get("a.csv", first)).isEqualTo("first");
      after.put("a.csv", "third");

      after.bus.deliver();

      List<String> sequencers =
          Stream.of(after.recorder.next(), after.recorder.next(), after.recorder.next())
              .map(event -> event.path("detail").path("object").path("sequencer").asText())
              .toList();
      assertThat(sequencers).doesNotHaveDuplicates().hasSize(3);
      assertThat(after.recorder.nextSoon()).isNull();
    }
  }

  @Test
  void shouldSendTheEventOfAWriteThatAKilledProcessHadNotAnnounced() throws Exception {
    try (Running before = new Running()) {
      before.put("owed.csv", "1");
    }
    Files.delete(state.resolve("events/events.jsonl"));
    String intent = "{'bucket':'landing','key':'owed.csv','reason':'PutObject'}";
    String nothing = "{'bucket':'landing','key':'never-written.csv','reason':'PutObject'}";
    Files.writeString(
        state.resolve("events/s3-intents.jsonl"),
        ("{'n':7,'entry':" + intent + "}\n{'n':8,'entry':" + nothing + "}\n{'n':9,'ent")
            .replace('\'', '"'),
        StandardOpenOption.APPEND);

    try (Running after = new Running()) {
      after.service.deployed();
      after.bus.deliver();
      JsonNode object = after.recorder.next().path("detail").path("object");

      assertThat(object.path("key").asText()).isEqualTo("owed.csv");
      assertThat(object.path("version-id").asText()).isNotEmpty();
      assertThat(after.recorder.nextSoon()).isNull();
    }
  }

  @Test
  void shouldStartOnFilesThatAKilledProcessLeftHalfWritten() throws Exception {
    try (Running before = new Running()) {
      before.put("a.csv", "first");
      before.put("a.csv", "second");
      before.put("b.csv", "only");
    }
    Files.delete(state.resolve("events/s3-closed"));
    Files.writeString(file("bucketMetadata.json"), "{\"name\":\"land");
    Files.writeString(file("versions.json"), "");

    try (Running after = new Running()) {
      assertThat(after.get("a.csv", null)).isEqualTo("second");
      assertThat(after.get("b.csv", null)).isEqualTo("only");
      after.put("a.csv", "third");
      assertThat(after.get("a.csv", null)).isEqualTo("third");
    }
  }

  @Test
  void shouldKnowAllKeysOfAProcessThatWasKilled() throws Exception {
    Path left = directory.resolve("left");
    try (Running killed = new Running()) {
      killed.put("stays.csv", "1");
      String gone = killed.put("gone.csv", "2");
      killed.s3.deleteObject(b -> b.bucket("landing").key("gone.csv").versionId(gone));
      killed.put("last.csv", "3");
      copy(state, left);
    }
    Files.writeString(file(left, "bucketKeys.jsonl"), "{\"key\":\"torn", StandardOpenOption.APPEND);
    state = left;

    try (Running after = new Running()) {
      assertThat(after.keys()).containsExactly("last.csv", "stays.csv");
      assertThat(after.get("last.csv", null)).isEqualTo("3");
    }
  }

  @Test
  void shouldNotWriteAllKeysForEachObject() throws Exception {
    try (Running running = new Running()) {
      running.put("0.csv", "");
      Path metadata = file("bucketMetadata.json");
      String before = Files.readString(metadata);
      for (int i = 1; i < 30; i++) {
        running.put(i + ".csv", "");
      }

      assertThat(metadata).hasContent(before);
      assertThat(running.keys()).hasSize(30);
    }
    assertThat(Files.readString(file("bucketMetadata.json"))).contains("29.csv");
    assertThat(state.resolve("s3/landing/bucketKeys.jsonl")).doesNotExist();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  void shouldFindObjectsAgainAfterTheStateMoved() throws Exception {
    try (Running before = new Running()) {
      before.put("a.csv", "moved");
    }
    Path elsewhere = directory.resolve("elsewhere");
    Files.move(state, elsewhere);
    state = elsewhere;

    try (Running after = new Running()) {
      assertThat(after.get("a.csv", null)).isEqualTo("moved");
    } finally {
      assertThat(file("objectMetadata.json")).content(StandardCharsets.UTF_8).contains("elsewhere");
    }
  }

  @Test
  void shouldMendAfterAWriteThatFailedThoughItWasClosedInOrder() throws Exception {
    try (Running before = new Running()) {
      before.put("kept.csv", "1");
      before.put("full.csv", "1");
      // As a full disk leaves it, which S3Mock then cannot read.
      Path versions = versionsOf("full.csv");
      Files.write(versions, new byte[0]);
      assertThatThrownBy(() -> before.put("full.csv", "2"))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(500));
    }
    try (Running after = new Running()) {
      assertThat(after.get("kept.csv", null)).isEqualTo("1");
      after.put("full.csv", "3");
      assertThat(after.get("full.csv", null)).isEqualTo("3");
    }
  }

  private Path versionsOf(String key) throws IOException {
    try (Stream<Path> files = Files.walk(state.resolve("s3/landing"))) {
      return files
          .filter(file -> file.toString().endsWith("objectMetadata.json"))
          .filter(file -> Json.read(file).path("key").asText().equals(key))
          .findFirst()
          .orElseThrow()
          .resolveSibling("versions.json");
    }
  }
}
