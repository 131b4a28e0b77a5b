package dev.sluice.core.validate;

/** The well-formed byte sequences of UTF-8, as table 3-7 of the Unicode standard lists them. */
final class Utf8 {
  private Utf8() {}

  /** Index of the first byte of the first malformed sequence; -1 where there is none. */
  static int firstMalformed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int lead = bytes[at];
      if (lead >= 0) {
        at++;
        continue;
      }
      if (lead >= (byte) 0xC2
          && lead <= (byte) 0xDF
          && at + 1 < to
          && bytes[at + 1] < (byte) 0xC0) {
        at += 2;
        continue;
      }
      int length = length(lead & 0xff);
      if (length == 0 || at + length > to || !continues(bytes, at, length)) {
        return at;
      }
      at += length;
    }
    return -1;
  }

  private static int length(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
  }

  private static boolean continues(byte[] bytes, int at, int length) {
    int lead = bytes[at] & 0xff;
    int second = bytes[at + 1] & 0xff;
    // Shorter forms, surrogates and code points above U+10FFFF are told by the second byte.
    int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return false;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }
}
