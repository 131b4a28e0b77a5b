package dev.sluice.lambda.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest extends ObjectStoreContract {

  private final InMemoryStore store = new InMemoryStore();

  @Override
  ObjectStore store() {
    return store;
  }

  @Override
  String bucket() {
    return "bucket";
  }

  @Override
  ObjectVersion upload(String key, byte[] content) {
    return store.upload("bucket", key, content);
  }

  @Override
  void hide(String key) {
    store.hide("bucket", key);
  }

  @Override
  Map<String, String> metadata(String key) {
    return store.metadata("bucket", key);
  }

  /** S3 does so too; S3Mock 5.2.0 by itself still answers for a version that was deleted. */
  @Test
  void shouldNotTakeADeletedVersionForAReplacedOne() {
    upload("back.csv", bytes("one"));
    ObjectVersion second = upload("back.csv", bytes("two"));

    store.delete(second);

    assertThatThrownBy(() -> store.openCurrent(second)).isInstanceOf(ObjectStore.ObjectGone.class);
  }
}
