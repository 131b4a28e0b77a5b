package dev.sluice.lambda.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SnsMailTest {

  @Test
  void shouldKeepSubjectsToWhatSnsTakes() {
    assertThat(SnsMail.subject("[orders] Ümläut\nand 日本 \u0007"))
        .isEqualTo("[orders] Umlaut and ?? ?");
    assertThat(SnsMail.subject("x".repeat(300))).hasSize(99).endsWith("...");
    assertThat(SnsMail.subject("  \n")).isEqualTo("Sluice");
  }

  @Test
  void shouldCutABodyThatSnsWouldRefuseWithoutBreakingACharacter() {
    String body = SnsMail.body("é".repeat(200_000));

    assertThat(body).endsWith("[cut: the text was longer]\n").doesNotContain("\ufffd");
    assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThan(256 * 1024);
  }

  @Test
  void shouldLeaveAnOrdinaryBodyAlone() {
    assertThat(SnsMail.body("line\nline é")).isEqualTo("line\nline é");
    assertThat(SnsMail.body("")).isNotBlank();
  }
}
