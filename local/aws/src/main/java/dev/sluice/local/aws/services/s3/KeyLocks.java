package dev.sluice.local.aws.services.s3;

import java.util.Objects;

/** Locks, so that one request at a time changes an object. */
final class KeyLocks {
  private static final int LOCKS = 64;

  private final Object[] locks = new Object[LOCKS];

  KeyLocks() {
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  /** The object's lock, which it may share with others. */
  Object of(String bucket, String key) {
    return locks[Math.floorMod(Objects.hash(bucket, key), LOCKS)];
  }
}
