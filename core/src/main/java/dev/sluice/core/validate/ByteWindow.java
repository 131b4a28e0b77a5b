package dev.sluice.core.validate;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a stream that is looked at: from the start of a field to where has been read. It
 * grows up to the longest field and is public to the package for the sake of speed.
 */
final class ByteWindow {
  /** Has a line feed at {@link #limit}, so that inner loops need no check of bounds. */
  byte[] bytes;

  /** End of what was read. */
  int limit;

  /** Where the field at hand begins; what lies before may be given up. */
  int start;

  private final InputStream in;

  /** Longest window, in bytes; a quote that somebody forgot to close is found by it. */
  private final int longest;

  private long before;
  private boolean ended;

  /**
   * A window of what was read already and what follows it.
   *
   * @param head taken over; its first {@code length} bytes are read, at least one more is room
   * @param start of the content
   * @param field most bytes of a field, which may be twice as many while its quotes are doubled
   */
  ByteWindow(InputStream in, byte[] head, int length, int start, int field) {
    this.in = in;
    this.longest = Math.max(head.length, 2 * field + 4);
    this.bytes = head;
    this.limit = length;
    this.start = start;
    bytes[limit] = '\n';
  }

  /** Position in the stream, from 0, of what lies at that index. */
  long offsetOf(int index) {
    return before + index;
  }

  /** Bytes read so far. */
  long bytesRead() {
    return before + limit;
  }

  /** True where the stream is at its end; false where a refill failed for want of room. */
  boolean ended() {
    return ended;
  }

  /** True where there is a byte at that index; may move the field, as {@link #refill} does. */
  boolean has(int index) throws IOException {
    return index < limit || refill();
  }

  /**
   * Reads more behind the field at hand, which moves to the front; indexes into the window are void
   * afterwards, whatever the outcome.
   *
   * @return false at the end of the stream, or where the field is too long
   */
  boolean refill() throws IOException {
    int kept = limit - start;
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, kept);
      before += start;
      start = 0;
      limit = kept;
    }
    if (kept + 1 >= bytes.length) {
      if (bytes.length >= longest) {
        return false;
      }
      bytes = Arrays.copyOf(bytes, Math.min(longest, bytes.length * 2));
    }
    int count = in.read(bytes, limit, bytes.length - 1 - limit);
    ended = count <= 0;
    limit += Math.max(0, count);
    bytes[limit] = '\n';
    return !ended;
  }
}
