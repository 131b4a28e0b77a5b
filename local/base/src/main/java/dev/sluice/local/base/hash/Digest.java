package dev.sluice.local.base.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests in lower-case hexadecimal. */
public final class Digest {
  private static final int NAME_LETTERS = 24;

  private Digest() {}

  /**
   * The digest of the content.
   *
   * @param algorithm as the JDK names it; MD5, SHA-1, SHA-256, SHA-384 and SHA-512 are always there
   * @throws IllegalArgumentException where this JDK does not have the algorithm
   */
  public static String hex(String algorithm, byte[] content) {
    return HexFormat.of().formatHex(of(algorithm).digest(content));
  }

  /** SHA-256: 64 letters. */
  public static String sha256(byte[] content) {
    return hex("SHA-256", content);
  }

  /** SHA-256 of the text in UTF-8. */
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A name that is the same for the same parts and, for all practical purposes, for no others. */
  public static String name(String... parts) {
    MessageDigest digest = of("SHA-256");
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      // Without an end to each part, "a", "bc" and "ab", "c" would be the same.
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LETTERS);
  }

  private static MessageDigest of(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException("this JDK has no digest algorithm " + algorithm, e);
    }
  }
}
