package dev.sluice.lambda.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every object store keeps to. */
abstract class ObjectStoreContract {

  private ObjectStore store;

  abstract ObjectStore store();

  /** A versioned bucket. */
  abstract String bucket();

  abstract ObjectVersion upload(String key, byte[] content);

  /** Deletes without naming a version. */
  abstract void hide(String key);

  abstract Map<String, String> metadata(String key);

  @BeforeEach
  void open() {
    store = store();
  }

  @Test
  void shouldReadTheNewestVersion() {
    upload("a.csv", bytes("one"));
    upload("a.csv", bytes("two"));

    assertThat(text(store.open(bucket(), "a.csv").orElseThrow())).isEqualTo("two");
  }

  @Test
  void shouldSayThatAVersionIsGone() {
    ObjectVersion version = upload("gone.csv", bytes("one"));
    store.delete(version);

    assertThatThrownBy(() -> store.openCurrent(version))
        .isInstanceOf(ObjectStore.ObjectGone.class)
        .hasMessageContaining("gone.csv")
        .hasMessageContaining(version.versionId());
    assertThatThrownBy(() -> store.copy(version, 3, bucket(), "b.csv"))
        .isInstanceOf(ObjectStore.ObjectGone.class);
    assertThat(store.open(bucket(), "gone.csv")).isEmpty();
  }

  @Test
  void shouldOpenAVersionAsCurrentWhileItsKeyShowsIt() {
    ObjectVersion first = upload("shown.csv", bytes("same"));
    assertThat(text(store.openCurrent(first))).isEqualTo("same");

    ObjectVersion second = upload("shown.csv", bytes("same"));

    assertThatThrownBy(() -> store.openCurrent(first))
        .isInstanceOf(ObjectStore.ObjectReplaced.class)
        .hasMessageContaining("shown.csv")
        .hasMessageContaining(first.versionId());
    assertThat(text(store.openCurrent(second))).isEqualTo("same");
  }

  @Test
  void shouldNotOpenAsCurrentWhatADeletionHides() {
    ObjectVersion version = upload("hidden.csv", bytes("one"));

    hide("hidden.csv");

    assertThatThrownBy(() -> store.openCurrent(version))
        .isInstanceOf(ObjectStore.ObjectGone.class)
        .hasMessageContaining("hidden.csv");
    assertThat(store.open(bucket(), "hidden.csv")).isEmpty();
    store.copy(version, 3, bucket(), "rescued.csv");
    assertThat(text(store.open(bucket(), "rescued.csv").orElseThrow())).isEqualTo("one");
  }

  @Test
  void shouldCopyExactlyTheVersionThatIsAskedFor() {
    ObjectVersion first = upload("from.csv", bytes("one"));
    upload("from.csv", bytes("two"));

    store.copy(first, 3, bucket(), "raw/to.csv");

    assertThat(text(store.open(bucket(), "raw/to.csv").orElseThrow())).isEqualTo("one");
  }

  @Test
  void shouldDeleteOneVersionOnlyAndOftenerThanOnce() {
    ObjectVersion first = upload("twice.csv", bytes("one"));
    ObjectVersion second = upload("twice.csv", bytes("two"));
    // S3Mock 5.2.0 takes the last version away, whichever one it is told to delete.
    upload("twice.csv", bytes("three"));

    store.delete(first);
    store.delete(first);

    store.copy(second, 3, bucket(), "kept.csv");
    assertThat(text(store.open(bucket(), "kept.csv").orElseThrow())).isEqualTo("two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b+c.csv", "ünïcode/日本.csv", "100%25.csv", "a&b=c;d?e#f.csv", "x'\"y.csv"})
  void shouldTakeKeysLiterally(String key) {
    ObjectVersion version = upload("in/" + key, bytes("odd"));

    store.copy(version, 3, bucket(), "out/" + key);

    assertThat(text(store.open(bucket(), "out/" + key).orElseThrow())).isEqualTo("odd");
  }

  @Test
  void shouldWriteBytesAndFiles(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("lines"), "from a file");

    store.put(bucket(), "bytes", bytes("from bytes"), "text/plain");
    store.put(bucket(), "file", file, "application/jsonl");
    store.put(bucket(), "empty", bytes(""), "text/plain");

    assertThat(text(store.open(bucket(), "bytes").orElseThrow())).isEqualTo("from bytes");
    assertThat(text(store.open(bucket(), "file").orElseThrow())).isEqualTo("from a file");
    assertThat(text(store.open(bucket(), "empty").orElseThrow())).isEmpty();
  }

  @Test
  void shouldKeepMetadataOfTheNewestVersion() {
    store.put(bucket(), "a.json", bytes("{}"), "text/plain", Map.of("etag", "W/\"1\"", "old", "x"));
    store.put(bucket(), "a.json", bytes("{}"), "text/plain", Map.of("etag", "W/\"2\""));
    store.put(bucket(), "b.json", bytes("{}"), "text/plain");

    assertThat(metadata("a.json")).isEqualTo(Map.of("etag", "W/\"2\""));
    assertThat(metadata("b.json")).isEmpty();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
