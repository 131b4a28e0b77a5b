package dev.sluice.local.aws.services.sns;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/**
 * Mails as RFC 5322 and MIME define them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322">RFC 5322</a>
 */
final class Mail {
  private static final int LONGEST_LINE = 998;
  private static final int ENCODED_WORD = 39;

  private Mail() {}

  static byte[] of(String from, String to, String subject, String text, Instant date) {
    String body = text.replace("\r\n", "\n").replace('\r', '\n');
    boolean plain = fits(body);
    StringBuilder mail = new StringBuilder();
    header(mail, "From", "Sluice <" + from + ">");
    header(mail, "To", to);
    header(mail, "Subject", encoded(subject));
    header(
        mail, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)));
    header(mail, "Message-ID", "<" + UUID.randomUUID() + "@sluice.local>");
    header(mail, "MIME-Version", "1.0");
    header(mail, "Content-Type", "text/plain; charset=UTF-8");
    header(mail, "Content-Transfer-Encoding", plain ? "8bit" : "base64");
    mail.append("\r\n");
    if (plain) {
      mail.append(body.replace("\n", "\r\n"));
    } else {
      mail.append(Base64.getMimeEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
    }
    return mail.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean fits(String body) {
    return body.indexOf('\0') < 0
        && body.lines()
            .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= LONGEST_LINE);
  }

  private static void header(StringBuilder mail, String name, String value) {
    mail.append(name).append(": ").append(value).append("\r\n");
  }

  /** Text beyond printable ASCII, or too long for a line, as encoded words (RFC 2047). */
  private static String encoded(String subject) {
    String line = subject.replaceAll("[\\r\\n]+", " ");
    if (line.matches("[ -~]*") && line.length() < LONGEST_LINE / 2) {
      return line;
    }
    StringBuilder words = new StringBuilder();
    StringBuilder word = new StringBuilder();
    for (int codePoint : line.codePoints().toArray()) {
      String next = Character.toString(codePoint);
      if ((word + next).getBytes(StandardCharsets.UTF_8).length > ENCODED_WORD) {
        word(words, word);
      }
      word.append(next);
    }
    word(words, word);
    return words.toString();
  }

  private static void word(StringBuilder words, StringBuilder word) {
    byte[] bytes = word.toString().getBytes(StandardCharsets.UTF_8);
    words.append(words.isEmpty() ? "" : "\r\n ");
    words.append(
        String.format(Locale.ROOT, "=?UTF-8?B?%s?=", Base64.getEncoder().encodeToString(bytes)));
    word.setLength(0);
  }
}
