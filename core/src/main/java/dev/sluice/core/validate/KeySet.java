package dev.sluice.core.validate;

import java.util.Arrays;

/**
 * Remembers the keys of a file by 64-bit hashes.
 *
 * <p>About 9 bytes a key (more than two million in a heap of 32 MB), since hashes lie in 65,536
 * short lists that grow by an eighth. Two different keys of a file with two million rows are taken
 * for the same with a chance of one in nine million.
 */
final class KeySet {
  private static final int LISTS = 1 << 16;
  private static final long[] NONE = {};

  private final long[][] lists = new long[LISTS][];
  private final short[] sizes = new short[LISTS];

  KeySet() {
    Arrays.fill(lists, NONE);
  }

  /** False where the hash was there already. */
  boolean add(long hash) {
    int index = (int) (hash >>> 48);
    long[] list = lists[index];
    int size = sizes[index];
    for (int i = 0; i < size; i++) {
      if (list[i] == hash) {
        return false;
      }
    }
    if (size == list.length) {
      list = Arrays.copyOf(list, size + Math.max(4, size >> 3));
      lists[index] = list;
    }
    list[size] = hash;
    sizes[index]++;
    return true;
  }

  /** Hash of a range of bytes that continues {@code seed}. */
  static long hash(long seed, byte[] bytes, int from, int to) {
    long hash = seed ^ (to - from) * 0x9E3779B97F4A7C15L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0xFF51AFD7ED558CCDL;
      hash ^= hash >>> 32;
    }
    return mix(hash);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 29);
  }
}
