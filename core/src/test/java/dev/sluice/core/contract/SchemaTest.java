package dev.sluice.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor marks by the schema, the reader refuses, and the other way round. */
class SchemaTest {
  private static final Path DATASETS = ContractsTest.DATASETS;
  private static final Schema SCHEMA = schema();
  private static final String COLUMN = "columns: [{name: X, as: x, type: string}]\n";

  @Test
  void shouldAcceptTheContractsOfTheRepository() throws IOException {
    try (Stream<Path> files = Files.list(DATASETS)) {
      List<Path> contracts = files.filter(f -> f.toString().endsWith(".yaml")).toList();
      assertThat(contracts).isNotEmpty();
      for (Path file : contracts) {
        String yaml = Files.readString(file);
        assertThat(yaml).startsWith("# yaml-language-server: $schema=dataset.schema.json\n");
        assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void shouldKnowTheSameKeys() {
    assertThat(keys("/properties")).containsExactlyInAnyOrderElementsOf(ContractReader.KEYS);
    assertThat(keys("/$defs/column/properties"))
        .containsExactlyInAnyOrderElementsOf(ColumnReader.KEYS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: t\ncadence: daily\n" + COLUMN,
        "name: t\ncadence: monthly\nawait: 7d\nsize: {min: 1B, max: 5MiB}\n" + COLUMN,
        "name: t\ncadence: daily\ncsv: {delimiter: ';', quote: \"'\", header: false}\n" + COLUMN,
        "name: t\ncadence: daily\ncolumns: [{name: X, as: x, type: 'decimal(18,4)', min: 0.5}]\n",
        "name: t\ncadence: daily\ncolumns: [{name: X, as: x, type: date, format: M/d/yyyy,"
            + " pii: drop, nullable: true, values: [1/1/2019]}]\n",
        "cadence: daily\n" + COLUMN,
        "name: t\n" + COLUMN,
        "name: t\ncadence: daily\n",
        "name: T\ncadence: daily\n" + COLUMN,
        "name: unknown\ncadence: daily\n" + COLUMN,
        "name: unknown_leads\ncadence: daily\n" + COLUMN,
        "name: t\ncadence: Daily\n" + COLUMN,
        "name: t\ncadence: hourly\n" + COLUMN,
        "name: t\ncadence: daily\nawait: soon\n" + COLUMN,
        "name: t\ncadence: daily\nsize: {max: 1TB}\n" + COLUMN,
        "name: t\ncadence: daily\nrows: {max: -1}\n" + COLUMN,
        "name: t\ncadence: daily\ncsv: {delimiter: ab}\n" + COLUMN,
        "name: t\ncadence: daily\nlanding: {prefix: no_slash}\n" + COLUMN,
        "name: t\ncadence: daily\nlanding: {files: a/b}\n" + COLUMN,
        "name: t\ncadence: daily\nunknown: 1\n" + COLUMN,
        "name: t\ncadence: daily\ncolumns: []\n",
        "name: t\ncadence: daily\ncolumns: [{name: X, type: string}]\n",
        "name: t\ncadence: daily\ncolumns: [{name: X, as: X, type: string}]\n",
        "name: t\ncadence: daily\ncolumns: [{name: '', as: x, type: string}]\n",
        "name: t\ncadence: daily\ncolumns: [{name: X, as: x, type: text}]\n",
        "name: t\ncadence: daily\ncolumns: [{name: X, as: x, type: string, pii: HASH}]\n",
        "name: t\ncadence: daily\ncolumns: [{name: X, as: x, type: string, values: []}]\n",
        "name: t\ncadence: daily\ncolumns: [{name: X, as: x, type: string, nullable: maybe}]\n",
        "name: t\ncadence: daily\ncolumns: [{name: X, as: x, type: string, typ: a}]\n",
      })
  void shouldAgreeWithTheReader(String yaml) {
    boolean bySchema = SCHEMA.validate(yaml, InputFormat.YAML).isEmpty();
    boolean byReader = new ContractReader("t.yaml").read(yaml).isPresent();

    assertThat(bySchema).as(yaml).isEqualTo(byReader);
  }

  private static List<String> keys(String pointer) {
    return Stream.of(SCHEMA.getSchemaNode().at(pointer))
        .flatMap(node -> node.properties().stream())
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(DATASETS.resolve("dataset.schema.json")));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
