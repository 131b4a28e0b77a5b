package dev.sluice.core.validate;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The scanner reads what FastCSV, an independent implementation, reads. */
class ScannerPropertyTest {
  @Property(tries = 500)
  void shouldReadWhatFastCsvReads(
      @ForAll("tables") List<List<String>> table, @ForAll boolean crlf, @ForAll("chunks") int chunk)
      throws IOException {
    String text = write(table, crlf ? "\r\n" : "\n");

    assertThat(scan(text, chunk)).isEqualTo(fastCsv(text));
  }

  @Property(tries = 500)
  void shouldReadTheSameWhateverTheChunksAre(
      @ForAll("noise") String text, @ForAll("chunks") int chunk) throws IOException {
    assertThat(scan(text, chunk)).isEqualTo(scan(text, 1 << 16));
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> field =
        Arbitraries.strings().withChars("ab1 ,\"\né光").ofMinLength(0).ofMaxLength(9);
    return field.list().ofMinSize(1).ofMaxSize(5).list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.strings().withChars("a,\"\n\ré\u0000").ofMaxLength(40);
  }

  @Provide
  Arbitrary<Integer> chunks() {
    return Arbitraries.integers().between(1, 17);
  }

  private static String write(List<List<String>> table, String end) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : table) {
      String separator = "";
      for (String field : row) {
        boolean quote = field.matches("(?s).*[,\"\\n].*") || field.isEmpty();
        text.append(separator).append(quote ? '"' + field.replace("\"", "\"\"") + '"' : field);
        separator = ",";
      }
      text.append(end);
    }
    return text.toString();
  }

  private static List<String> fastCsv(String text) throws IOException {
    List<String> events = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord row : reader) {
        events.addAll(row.getFields());
        events.add("<end of row at line " + row.getStartingLineNumber() + ">");
      }
    }
    return events;
  }

  private static List<String> scan(String text, int chunk) throws IOException {
    Recorder recorder = new Recorder();
    byte[] head = new byte[16];
    InputStream in = new Chunks(text.getBytes(StandardCharsets.UTF_8), chunk);
    new CsvScanner(new ByteWindow(in, head, 0, 0, 1 << 20), ',', '"', recorder).scan();
    return recorder.events;
  }

  /** Gives at most so many bytes at a time, as networks do. */
  private static final class Chunks extends ByteArrayInputStream {
    private final int most;

    Chunks(byte[] content, int most) {
      super(content);
      this.most = most;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(most, length));
    }
  }

  private static final class Recorder extends FieldSink {
    private final List<String> events = new ArrayList<>();
    private long rowLine;
    private boolean rowOpen;

    @Override
    void field(byte[] bytes, int from, int to, int flags, long line) {
      rowLine = rowOpen ? rowLine : line;
      rowOpen = true;
      String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      int broken = flags & (STRAY | AFTER_QUOTE | NUL);
      String value = (flags & ESCAPED) != 0 && broken == 0 ? text.replace("\"\"", "\"") : text;
      events.add(broken == 0 ? value : value + "<broken " + broken + ">");
    }

    @Override
    void endRow(boolean terminated) {
      rowOpen = false;
      events.add("<end of row at line " + rowLine + ">");
    }

    @Override
    void unclosedQuote(long line) {
      events.add("<unclosed quote at line " + line + ">");
    }

    @Override
    void tooLong(long line) {
      events.add("<too long at line " + line + ">");
    }

    @Override
    boolean done() {
      return false;
    }
  }
}
