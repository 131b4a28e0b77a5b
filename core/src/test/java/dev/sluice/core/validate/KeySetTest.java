package dev.sluice.core.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeySetTest {
  @Test
  void shouldTellAMillionKeysApart() {
    KeySet keys = new KeySet();
    for (int i = 0; i < 1_000_000; i++) {
      assertThat(keys.add(hash("" + i))).isTrue();
    }
    for (int i = 0; i < 1_000_000; i += 9973) {
      assertThat(keys.add(hash("" + i))).isFalse();
    }
  }

  @Test
  void shouldHashTheBoundariesOfParts() {
    Set<Long> hashes = new HashSet<>();
    for (String[] parts : new String[][] {{"ab", "c"}, {"a", "bc"}, {"abc", ""}, {"", "abc"}}) {
      long hash = 0;
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        hash = KeySet.hash(hash, bytes, 0, bytes.length);
      }
      hashes.add(hash);
    }

    assertThat(hashes).hasSize(4);
  }

  private static long hash(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return KeySet.hash(0, bytes, 0, bytes.length);
  }
}
