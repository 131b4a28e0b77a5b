package dev.sluice.local.asl.map;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Reads what is compressed with gzip, and what is not as it is. */
final class Gunzip {
  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;

  private Gunzip() {}

  /** Decided by the first two bytes, since neither names nor headers can be relied on. */
  static InputStream of(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(2);
    boolean compressed = buffered.read() == FIRST && buffered.read() == SECOND;
    buffered.reset();
    return compressed ? new GZIPInputStream(buffered) : buffered;
  }
}
