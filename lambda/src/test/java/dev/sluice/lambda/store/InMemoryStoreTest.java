package dev.sluice.lambda.store;

import java.util.Map;

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
}
