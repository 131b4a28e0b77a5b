package dev.sluice.local.aws.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of resources that the template leaves unnamed. */
final class PhysicalNames {
  private static final int HASH_LENGTH = 12;

  private PhysicalNames() {}

  /** {@code stack-logicalId-HASH}, cut in front so that it fits. */
  static String of(String stack, String logicalId, int maxLength) {
    String hash = hash(stack + "/" + logicalId);
    String readable = stack + "-" + logicalId;
    int room = maxLength - HASH_LENGTH - 1;
    return (readable.length() > room ? readable.substring(0, room) : readable) + "-" + hash;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
