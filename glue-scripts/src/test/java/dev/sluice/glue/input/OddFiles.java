package dev.sluice.glue.input;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** CSV files of three columns as odd as they come, the same for the same seed. */
final class OddFiles {
  private static final String[] TEXTS = {
    "", "", "a", " a ", "\t", "é", "日本", "\uD83D\uDE00", "\u2028", "\u0085", "\ufeff", "\u0001",
        "\u007f",
    "\\", "\\n", "\\\"", "null", "{}", "\u001f", "#", "/", "0", "-", "x=1", "[]", ":"
  };
  private static final String[] QUOTED_ONLY = {"\r\n", "\n", "\r", "\n\n", "\r\r\n", "D", "Q"};
  private static final int[] BYTES = {
    '\r', '\n', '"', '\'', ',', ';', '\t', '\\', ' ', 0, 'a', 0xC3, 0xA9, 0xEF, 0xBB, 0xBF, 0x80,
    '{', '}', ':'
  };

  private final Random random;

  OddFiles(long seed) {
    this.random = new Random(seed);
  }

  /** The next one; most keep to the dialect. */
  byte[] next(char delimiter, char quote, String header) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "\ufeff" : "");
    if (!header.isEmpty()) {
      text.append(header).append(lineEnd());
    }
    int rows = 1 + random.nextInt(6);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < 3; column++) {
        text.append(column == 0 ? "" : delimiter).append(field(delimiter, quote));
      }
      text.append(row == rows - 1 && random.nextInt(4) == 0 ? "" : lineEnd());
      text.append(random.nextInt(10) == 0 ? lineEnd() : "");
    }
    file.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    byte[] bytes = file.toByteArray();
    for (int i = random.nextInt(4); i > 0; i--) {
      bytes = mutated(bytes, header.length());
    }
    return bytes;
  }

  private String lineEnd() {
    return random.nextBoolean() ? "\n" : "\r\n";
  }

  private String field(char delimiter, char quote) {
    StringBuilder text = new StringBuilder();
    boolean quoted = random.nextBoolean();
    for (int i = random.nextInt(5); i > 0; i--) {
      String[] from = quoted && random.nextBoolean() ? QUOTED_ONLY : TEXTS;
      String piece = from[random.nextInt(from.length)];
      text.append(piece.equals("D") ? "" + delimiter : piece.equals("Q") ? "" + quote : piece);
    }
    if (random.nextInt(400) == 0) {
      text.append("long \u00e9".repeat(1 + random.nextInt(40_000)));
    }
    String plain = text.toString();
    if (quoted) {
      return quote + plain.replace("" + quote, "" + quote + quote) + quote;
    }
    return plain.replace("" + quote, "").replace("" + delimiter, "");
  }

  /** One byte put in, taken away or changed, behind the header. */
  private byte[] mutated(byte[] bytes, int from) {
    int at = from + random.nextInt(Math.max(1, bytes.length - from));
    int removed = Math.min(random.nextInt(2), bytes.length - at);
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(bytes, 0, at);
    if (removed == 0 || random.nextBoolean()) {
      changed.write(BYTES[random.nextInt(BYTES.length)]);
    }
    changed.write(bytes, at + removed, bytes.length - at - removed);
    return changed.toByteArray();
  }
}
