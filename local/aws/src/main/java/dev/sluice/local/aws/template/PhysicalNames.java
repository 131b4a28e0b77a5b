package dev.sluice.local.aws.template;

import dev.sluice.local.base.hash.Digest;

/** Names of resources that the template leaves unnamed. */
final class PhysicalNames {
  private static final int HASH_LENGTH = 12;

  private PhysicalNames() {}

  /** {@code stack-logicalId-HASH}, cut in front so that it fits. */
  static String of(String stack, String logicalId, int maxLength) {
    String hash = Digest.sha256(stack + "/" + logicalId).substring(0, HASH_LENGTH);
    String readable = stack + "-" + logicalId;
    int room = maxLength - HASH_LENGTH - 1;
    return (readable.length() > room ? readable.substring(0, room) : readable) + "-" + hash;
  }
}
