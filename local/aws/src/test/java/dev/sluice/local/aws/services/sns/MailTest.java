package dev.sluice.local.aws.services.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailTest {
  private static final Instant TIME = Instant.parse("2026-11-20T11:16:34Z");

  private static String mail(String subject, String text) {
    return new String(Mail.of("a@b", "c@d", subject, text, TIME), StandardCharsets.UTF_8);
  }

  @Test
  void shouldHaveTheHeadersOfAMailAndLinesThatEndAsMailsDo() {
    String mail = mail("orders failed", "one\ntwo\r\nthree");

    assertThat(mail)
        .contains("Date: Fri, 20 Nov 2026 11:16:34 GMT\r\n", "Subject: orders failed\r\n")
        .endsWith("\r\n\r\none\r\ntwo\r\nthree\r\n");
    assertThat(mail.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void shouldNotLetASubjectAddHeaders() {
    assertThat(mail("a\r\nBcc: x@y", "t")).contains("Subject: a Bcc: x@y\r\n");
  }

  @Test
  void shouldEncodeLongSubjectsInWordsOfLegalLength() {
    String mail = mail("ü€😀".repeat(40), "t");

    assertThat(mail.lines().filter(line -> line.contains("=?UTF-8?B?")))
        .hasSizeGreaterThan(3)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
  }

  @Test
  void shouldEncodeTextWithLinesThatAreTooLong() {
    String text = "x".repeat(5_000);
    String mail = mail("s", text);
    String body = mail.substring(mail.indexOf("\r\n\r\n") + 4);

    assertThat(mail).contains("Content-Transfer-Encoding: base64");
    assertThat(mail.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(999));
    assertThat(new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8))
        .isEqualTo(text);
  }

  @Test
  void shouldNumberMailsOnAcrossRestarts(@TempDir Path directory) throws Exception {
    Clock clock = Clock.fixed(TIME, ZoneOffset.UTC);
    new Mailbox(directory, clock).deliver("a@b", "c@d", "first", "t");

    Path second = new Mailbox(directory, clock).deliver("a@b", "c@d", "../../etc: x?", "t");

    assertThat(second).hasFileName("000002-20261120T111634Z-etc-x.eml").hasParent(directory);
  }
}
