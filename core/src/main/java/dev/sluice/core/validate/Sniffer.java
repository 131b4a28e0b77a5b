package dev.sluice.core.validate;

import java.util.Optional;

/** Tells from a file's first bytes that it is no CSV, and what it is instead. */
final class Sniffer {
  private static final int LOOKED_AT = 4096;

  /**
   * The first bytes of a format.
   *
   * @param certain false where a CSV file might begin with the same letters
   */
  private record Magic(int[] bytes, String name, boolean certain) {}

  private static final Magic[] KNOWN = {
    magic("a ZIP archive or Excel workbook", 'P', 'K', 3, 4),
    magic("an old Excel workbook", 0xD0, 0xCF, 0x11, 0xE0),
    magic("a Parquet file", 'P', 'A', 'R', '1'),
    magic("an ORC file", 'O', 'R', 'C'),
    magic("an Avro file", 'O', 'b', 'j', 1),
    magic("a gzip file", 0x1F, 0x8B),
    magic("a bzip2 file", 'B', 'Z', 'h'),
    magic("a Zstandard file", 0x28, 0xB5, 0x2F, 0xFD),
    magic("a PDF document", '%', 'P', 'D', 'F'),
    magic("a PNG image", 0x89, 'P', 'N', 'G'),
    magic("a JPEG image", 0xFF, 0xD8, 0xFF),
    magic("a SQLite database", 'S', 'Q', 'L', 'i', 't', 'e'),
    magic("UTF-16 text", 0xFF, 0xFE),
    magic("UTF-16 text", 0xFE, 0xFF),
  };

  private Sniffer() {}

  /** What the file is, where it is no text in an encoding that extends ASCII. */
  static Optional<String> binary(byte[] head, int length) {
    int nul = firstNul(head, Math.min(length, LOOKED_AT));
    for (Magic magic : KNOWN) {
      if ((magic.certain() || nul >= 0) && startsWith(head, length, magic.bytes())) {
        return Optional.of(magic.name());
      }
    }
    if (nul >= 0) {
      return Optional.of("binary content (a NUL byte at offset " + nul + ")");
    }
    return Optional.empty();
  }

  private static int firstNul(byte[] head, int length) {
    for (int i = 0; i < length; i++) {
      if (head[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Length of the UTF-8 byte order mark at the start, 0 where there is none. */
  static int byteOrderMark(byte[] head, int length) {
    return startsWith(head, length, new int[] {0xEF, 0xBB, 0xBF}) ? 3 : 0;
  }

  private static boolean startsWith(byte[] head, int length, int[] magic) {
    if (length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static Magic magic(String name, int... bytes) {
    boolean certain = false;
    for (int b : bytes) {
      certain |= b < ' ' || b > '~' || b == '%';
    }
    return new Magic(bytes, name, certain);
  }
}
