package dev.sluice.demo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
  private static final String ABC = "\"ba7816bf8f01cfea414140de5dae2223\"";

  @Test
  void shouldFollowFromTheContent() {
    assertThat(tag("abc").text()).isEqualTo(ABC);
    assertThat(tag("abd").text()).isNotEqualTo(ABC);
  }

  @ParameterizedTest
  @ValueSource(strings = {ABC, "W/" + ABC, "*", "\"other\", " + ABC, " " + ABC + ",\"other\""})
  void shouldKnowItselfInTheHeader(String ifNoneMatch) {
    assertThat(tag("abc").isIn(ifNoneMatch)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"other\"", "ba7816bf8f01cfea414140de5dae2223", "W/\"other\""})
  void shouldNotKnowAnother(String ifNoneMatch) {
    assertThat(tag("abc").isIn(ifNoneMatch)).isFalse();
  }

  private static EntityTag tag(String content) {
    return EntityTag.of(content.getBytes(StandardCharsets.UTF_8));
  }
}
