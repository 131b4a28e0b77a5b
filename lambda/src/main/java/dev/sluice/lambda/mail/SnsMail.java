package dev.sluice.lambda.mail;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Mail by publishing to an SNS topic.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish, with its
 *     limits of subject and message</a>
 */
public final class SnsMail implements Mail {

  /** SNS takes 256 KiB; the rest is for the subject and for characters of several bytes. */
  private static final int BODY_BYTES = 250_000;

  private final SnsClient sns;
  private final String topicArn;

  public SnsMail(SnsClient sns, String topicArn) {
    this.sns = sns;
    this.topicArn = topicArn;
  }

  @Override
  public void send(String subject, String body) {
    sns.publish(p -> p.topicArn(topicArn).subject(subject(subject)).message(body(body)));
  }

  static String subject(String text) {
    String ascii =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("\\s+", " ")
            .replaceAll("[^\\x20-\\x7e]", "?")
            .strip();
    if (ascii.isEmpty()) {
      return "Sluice";
    }
    return ascii.length() <= SUBJECT_LIMIT ? ascii : ascii.substring(0, SUBJECT_LIMIT - 3) + "...";
  }

  static String body(String text) {
    // SNS refuses an empty message.
    if (text.isBlank()) {
      return "(no text)";
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (utf8.length <= BODY_BYTES) {
      return text;
    }
    int end = BODY_BYTES;
    while ((utf8[end] & 0xc0) == 0x80) {
      end--; // Never inside a character.
    }
    return new String(utf8, 0, end, StandardCharsets.UTF_8) + "\n\n[cut: the text was longer]\n";
  }
}
