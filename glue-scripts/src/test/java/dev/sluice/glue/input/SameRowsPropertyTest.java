package dev.sluice.glue.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.validate.Validator;
import dev.sluice.glue.GlueRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the validator found valid is what Spark reads, to the last byte of each field: in odd and
 * mutated files (mixed line ends, line ends and quotes within quotes, lone carriage returns, byte
 * order marks, backslashes, long fields), which are read many at a time and compared file by file.
 *
 * <p>{@code -Dsluice.odd.files=2500} is the number of valid files of each dialect, 250 unless
 * given; {@code -Dsluice.odd.seed=7} the seed.
 */
class SameRowsPropertyTest {
  private static final int FILES = Integer.getInteger("sluice.odd.files", 250);
  private static final long SEED = Long.getLong("sluice.odd.seed", 9);
  private static final int COLUMNS = 3;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        ", DOUBLE true 0",
        "; SINGLE true 0",
        "TAB DOUBLE false 0",
        ", DOUBLE true 3",
      })
  void shouldReadWhatWasValidated(String delimiter, String quote, boolean header, int tolerated)
      throws IOException {
    char separator = delimiter.equals("TAB") ? '\t' : delimiter.charAt(0);
    char around = quote.equals("DOUBLE") ? '"' : '\'';
    DatasetContract contract = contract(separator, around, header, tolerated);
    Map<String, List<List<String>>> expected = new LinkedHashMap<>();
    Map<String, byte[]> files = new LinkedHashMap<>();
    OddFiles odd = new OddFiles(SEED + tolerated + separator);
    int invalid = 0;
    while (expected.size() < FILES) {
      byte[] file = odd.next(separator, around, header ? "A%1$cB b%1$cC".formatted(separator) : "");
      ByteArrayOutputStream rows = new ByteArrayOutputStream();
      if (!new Validator(contract).validate(new ByteArrayInputStream(file), rows).valid()) {
        invalid++;
        continue;
      }
      String name = "%06d.csv.jsonl".formatted(expected.size());
      Files.write(directory.resolve(name), rows.toByteArray());
      files.put(name, file);
      expected.put(name, OneReading.of(file, separator, around, header, COLUMNS));
    }

    Map<String, List<List<String>>> read = read(contract);

    List<String> different =
        expected.keySet().stream()
            .filter(name -> !expected.get(name).equals(read.getOrDefault(name, List.of())))
            .toList();
    assertThat(different)
        .as(
            "files of %d that Spark reads differently, the first being %s",
            FILES,
            different.isEmpty() ? "" : java.util.Arrays.toString(files.get(different.get(0))))
        .isEmpty();
    assertThat(invalid).as("invalid files beside %d valid ones", FILES).isPositive();
    assertThat(expected.values()).anyMatch(rows -> rows.size() > 3);
  }

  private Map<String, List<List<String>>> read(DatasetContract contract) {
    SparkSession spark = GlueRun.newSession();
    // As many small files a task as there are.
    spark.conf().set("spark.sql.files.openCostInBytes", "1024");
    Map<String, List<List<String>>> read = new LinkedHashMap<>();
    for (Row row :
        RawRows.read(spark, contract, "file:" + directory)
            .selectExpr("_metadata.file_name", "a", "b", "c")
            .collectAsList()) {
      List<String> fields = new ArrayList<>();
      for (int i = 1; i <= COLUMNS; i++) {
        fields.add(row.getString(i));
      }
      read.computeIfAbsent(row.getString(0), name -> new ArrayList<>()).add(fields);
    }
    return read;
  }

  private static DatasetContract contract(
      char delimiter, char quote, boolean header, int tolerated) {
    return Contracts.parse(
        "odd.yaml",
        """
        name: odd
        cadence: daily
        rows: {min: 0}
        tolerated_bad_rows: %d
        csv: {delimiter: "%s", quote: "%s", header: %s}
        columns:
          - {name: A, as: a, type: string, nullable: true}
          - {name: B b, as: b, type: string, nullable: true}
          - {name: C, as: c, type: string, nullable: true}
        """
            .formatted(
                tolerated,
                delimiter == '\t' ? "\\t" : "" + delimiter,
                quote == '"' ? "\\\"" : "" + quote,
                header));
  }
}
