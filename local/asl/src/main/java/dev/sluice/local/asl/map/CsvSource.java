package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of a CSV object. Values are always text; missing ones are empty and surplus ones are
 * dropped, as AWS does.
 */
final class CsvSource implements ItemSource {
  private static final Map<String, Character> DELIMITERS =
      Map.of("COMMA", ',', "PIPE", '|', "SEMICOLON", ';', "SPACE", ' ', "TAB", '\t');

  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> rows;
  private final List<String> headers;

  /**
   * @param config InputType CSV, CSVHeaderLocation, CSVHeaders, CSVDelimiter
   */
  CsvSource(InputStream in, JsonNode config) throws IOException {
    String name = config.path("CSVDelimiter").asText("COMMA");
    Character delimiter = DELIMITERS.get(name);
    if (delimiter == null) {
      throw new IOException(
          "CSVDelimiter must be one of " + DELIMITERS.keySet() + ", found " + name);
    }
    reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .detectBomHeader(false)
            .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8));
    rows = reader.iterator();
    headers = headers(config);
    Set<String> seen = new HashSet<>();
    for (String header : headers) {
      if (!seen.add(header)) {
        throw new IOException("The CSV header has the column '" + header + "' twice.");
      }
    }
  }

  private List<String> headers(JsonNode config) throws IOException {
    String location = config.path("CSVHeaderLocation").asText();
    if (location.equals("FIRST_ROW")) {
      CsvRecord first = row();
      if (first == null) {
        throw new IOException("The CSV file is empty, its first row should be the header.");
      }
      List<String> names = new ArrayList<>(first.getFields());
      if (!names.isEmpty() && names.get(0).startsWith("\uFEFF")) {
        names.set(0, names.get(0).substring(1));
      }
      return names;
    }
    if (location.equals("GIVEN") && config.path("CSVHeaders").isArray()) {
      List<String> names = new ArrayList<>();
      config.path("CSVHeaders").forEach(header -> names.add(header.asText()));
      return names;
    }
    throw new IOException(
        "CSVHeaderLocation must be FIRST_ROW, or GIVEN with CSVHeaders, found '" + location + "'");
  }

  private CsvRecord row() throws IOException {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (CsvParseException | UncheckedIOException e) {
      throw new IOException("The CSV file cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public JsonNode next() throws IOException {
    CsvRecord row = row();
    if (row == null) {
      return null;
    }
    ObjectNode item = Json.object();
    for (int i = 0; i < headers.size(); i++) {
      item.put(headers.get(i), i < row.getFieldCount() ? row.getField(i) : "");
    }
    return item;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
