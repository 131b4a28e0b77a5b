package dev.sluice.glue.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a CSV file says, read slowly and simply: the yardstick for the validator and Spark. Bytes
 * are kept as characters of the same number.
 */
final class OneReading {
  private final String text;
  private final char delimiter;
  private final char quote;
  private final List<List<String>> rows = new ArrayList<>();
  private int at;
  private boolean readable;

  private OneReading(byte[] file, char delimiter, char quote) {
    String all = new String(file, StandardCharsets.ISO_8859_1);
    this.text = all.startsWith("\u00ef\u00bb\u00bf") ? all.substring(3) : all;
    this.delimiter = delimiter;
    this.quote = quote;
  }

  /**
   * The rows that can be read, the header left out; an empty field is null.
   *
   * @param columns a row with more or fewer fields cannot be read
   */
  static List<List<String>> of(
      byte[] file, char delimiter, char quote, boolean header, int columns) {
    OneReading reading = new OneReading(file, delimiter, quote);
    boolean first = header;
    while (reading.at < reading.text.length()) {
      if (reading.lineEnd() > 0) {
        reading.at += reading.lineEnd();
        continue;
      }
      List<String> row = reading.row();
      if (!first && reading.readable && row.size() == columns) {
        reading.rows.add(row);
      }
      first = false;
    }
    return reading.rows;
  }

  private List<String> row() {
    readable = true;
    List<String> row = new ArrayList<>();
    row.add(field());
    while (at < text.length() && text.charAt(at) == delimiter) {
      at++;
      row.add(field());
    }
    at += lineEnd();
    return row;
  }

  private String field() {
    boolean quoted = at < text.length() && text.charAt(at) == quote;
    String content = quoted ? quoted() : "";
    int from = at;
    while (at < text.length() && text.charAt(at) != delimiter && lineEnd() == 0) {
      at++;
    }
    String plain = text.substring(from, at);
    if (quoted ? !plain.isEmpty() : plain.indexOf(quote) >= 0 || plain.indexOf('\r') >= 0) {
      readable = false;
    }
    return decoded(content + plain);
  }

  private String quoted() {
    StringBuilder content = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote) {
        if (at == text.length() || text.charAt(at) != quote) {
          return content.toString();
        }
        at++;
      }
      content.append(c);
    }
    throw new IllegalArgumentException("a quote is not closed, so the file is invalid");
  }

  private int lineEnd() {
    return text.startsWith("\n", at) ? 1 : text.startsWith("\r\n", at) ? 2 : 0;
  }

  private String decoded(String bytes) {
    if (bytes.isEmpty()) {
      return null;
    }
    try {
      readable &= bytes.indexOf('\0') < 0;
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      readable = false;
      return "";
    }
  }
}
