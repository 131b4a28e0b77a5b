package dev.sluice.demo.samples;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text of a CSV file in the making; quotes what needs quotes. */
final class CsvText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final StringBuilder text = new StringBuilder();
  private final String lineEnd;
  private int line = 1;

  private CsvText(String lineEnd) {
    this.lineEnd = lineEnd;
  }

  /** Lines that end with LF. */
  static CsvText plain() {
    return new CsvText("\n");
  }

  /** As spreadsheets write it: byte order mark, lines that end with CRLF. */
  static CsvText ofSpreadsheet() {
    CsvText csv = new CsvText("\r\n");
    csv.text.append(BYTE_ORDER_MARK);
    return csv;
  }

  /** Physical line at which the next row begins, from 1. */
  int line() {
    return line;
  }

  void row(List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      field(fields.get(i));
    }
    text.append(lineEnd);
    line++;
  }

  private void field(String value) {
    boolean plain = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      plain &= c != ',' && c != '"' && c != '\n' && c != '\r';
      line += c == '\n' ? 1 : 0;
    }
    if (plain) {
      text.append(value);
    } else {
      text.append('"').append(value.replace("\"", "\"\"")).append('"');
    }
  }

  int length() {
    return text.length();
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Hands over what there is and starts anew with the next rows. */
  byte[] drain() {
    byte[] bytes = bytes();
    text.setLength(0);
    return bytes;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
