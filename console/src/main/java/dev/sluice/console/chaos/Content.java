package dev.sluice.console.chaos;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Contents as a length and a digest. */
final class Content {
  private static final int DIGITS = 16;

  private Content() {}

  /** Any byte is a character of ISO 8859-1, so that files of any kind are read as text. */
  static String of(byte[] content) {
    String text = Chosen.without(new String(content, StandardCharsets.ISO_8859_1));
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return bytes.length + " bytes, " + HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
