package dev.sluice.local.base.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DigestTest {
  @Test
  void shouldGiveTheKnownDigests() {
    assertThat(Digest.sha256("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Digest.hex("MD5", new byte[0])).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
  }

  @Test
  void shouldTellPartsApart() {
    assertThat(Digest.name("a", "bc")).hasSize(24).isEqualTo(Digest.name("a", "bc"));
    assertThat(Digest.name("ab", "c")).isNotEqualTo(Digest.name("a", "bc"));
  }

  @Test
  void shouldNameAnAlgorithmThatIsNotThere() {
    assertThatThrownBy(() -> Digest.hex("SHA-0", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SHA-0");
  }
}
