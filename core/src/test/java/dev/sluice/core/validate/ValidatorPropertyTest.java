package dev.sluice.core.validate;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The validator finds what a slow and simple one over FastCSV's Strings finds. */
class ValidatorPropertyTest {
  private static final DatasetContract CONTRACT =
      Contracts.parse(
          "t.yaml",
          """
          name: t
          cadence: daily
          rows: {min: 0}
          unique: [id, day]
          columns:
            - {name: Id, as: id, type: integer, min: 0}
            - {name: Name, as: name, type: string}
            - {name: Day, as: day, type: date, format: M/d/yyyy, nullable: true}
            - {name: Kind, as: kind, type: string, values: [a, "b,b"]}
          """);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("M/d/uuuu").withResolverStyle(ResolverStyle.STRICT);

  @Property(tries = 400)
  void shouldFindWhatASimpleValidatorFinds(
      @ForAll("rows") List<List<String>> rows, @ForAll boolean crlf) throws IOException {
    String text = write(rows, crlf ? "\r\n" : "\n");

    ValidationReport report =
        Validator.validate(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), CONTRACT);

    Simple simple = new Simple(text);
    assertThat(report.violations().stream().map(v -> v.line() + ":" + v.column() + v.kind()))
        .containsExactlyElementsOf(simple.violations.stream().limit(20).toList());
    assertThat(report.violationCount()).isEqualTo(simple.violations.size());
    assertThat(report.rows()).isEqualTo(rows.size());
    assertThat(report.badRows()).isEqualTo(simple.badRows);
    assertThat(report.valid()).isEqualTo(simple.badRows == 0);
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<String> id = Arbitraries.of("0", "1", "2", "3", "17", "-1", "x", "");
    Arbitrary<String> name = Arbitraries.strings().withChars("aé \",\n光").ofMaxLength(6);
    Arbitrary<String> day = Arbitraries.of("1/2/2019", "2/29/2020", "2/29/2019", "", "2019");
    Arbitrary<String> kind = Arbitraries.of("a", "b,b", "a", "c", "");
    Arbitrary<Integer> length =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(12, Arbitraries.just(4)),
            net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(2, 6)));
    return Combinators.combine(id, name, day, kind, length)
        .as(
            (i, n, d, k, count) -> {
              List<String> row = new ArrayList<>(List.of(i, n, d, k, "more", "more"));
              return List.copyOf(row.subList(0, count));
            })
        .list()
        .ofMaxSize(15);
  }

  private static String write(List<List<String>> rows, String end) {
    StringBuilder text = new StringBuilder("Id,Name,Day,Kind").append(end);
    for (List<String> row : rows) {
      String separator = "";
      for (String field : row) {
        boolean quote = field.matches("(?s).*[,\"\\n].*");
        text.append(separator).append(quote ? '"' + field.replace("\"", "\"\"") + '"' : field);
        separator = ",";
      }
      text.append(end);
    }
    return text.toString();
  }

  private static final class Simple {
    private final List<String> violations = new ArrayList<>();
    private final Set<List<String>> keys = new HashSet<>();
    private long badRows;

    Simple(String text) throws IOException {
      try (CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofCsvRecord(text)) {
        reader.stream().skip(1).forEach(this::row);
      }
    }

    private void row(CsvRecord row) {
      int before = violations.size();
      long line = row.getStartingLineNumber();
      List<String> fields = row.getFields();
      for (int i = 0; i < Math.min(4, fields.size()); i++) {
        ViolationKind kind = kind(i, fields.get(i));
        if (kind != null) {
          violations.add(line + ":" + (i + 1) + kind);
        }
        line += fields.get(i).chars().filter(c -> c == '\n').count();
      }
      if (fields.size() != 4) {
        violations.add(row.getStartingLineNumber() + ":0" + ViolationKind.ROW_LENGTH);
      } else if (violations.size() == before && !keys.add(List.of(fields.get(0), fields.get(2)))) {
        violations.add(row.getStartingLineNumber() + ":0" + ViolationKind.DUPLICATE);
      }
      badRows += violations.size() > before ? 1 : 0;
    }

    private static ViolationKind kind(int column, String value) {
      if (value.isEmpty()) {
        return column == 2 ? null : ViolationKind.NULL;
      }
      return switch (column) {
        case 0 -> whole(value);
        case 2 -> isDay(value) ? null : ViolationKind.TYPE;
        case 3 -> Set.of("a", "b,b").contains(value) ? null : ViolationKind.VALUE;
        default -> null;
      };
    }

    private static ViolationKind whole(String value) {
      if (!value.matches("-?\\d+")) {
        return ViolationKind.TYPE;
      }
      return Integer.parseInt(value) < 0 ? ViolationKind.RANGE : null;
    }

    private static boolean isDay(String value) {
      try {
        return LocalDate.parse(value, DAY) != null;
      } catch (DateTimeException none) {
        return false;
      }
    }
  }
}
