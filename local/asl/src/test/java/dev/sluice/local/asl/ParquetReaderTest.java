package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The items of a distributed map that come from the rows of a Parquet object.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">AWS,
 *     ItemReader</a>
 * @see <a href="https://docs.rs/crate/fakecloud-stepfunctions/0.52.0/source/src/parquet_items.rs">
 *     What rows become, as recorded on AWS: timestamps are milliseconds, lists and structures
 *     nest</a>
 */
class ParquetReaderTest {
  private static final String MAP =
      """
      {"d": {"Type": "Map", "Label": "d", "End": true, "ItemReader": {
          "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "PARQUET"},
          "Arguments": {"Bucket": "b", "Key": "f.parquet"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
          "StartAt": "s", "States": {"s": {"Type": "Pass", "End": true}}}}}
      """;

  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = new Lab(directory);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private JsonNode items(String fields, List<Consumer<Group>> rows) throws IOException {
    lab.objects.with("b/f.parquet", ParquetFile.of(directory, fields, rows));
    return lab.states(MAP).output("{}");
  }

  @Test
  void shouldReadRows() throws IOException {
    assertThat(
            items(
                "required binary name (UTF8); optional int64 n; required double x;",
                List.of(
                    row -> row.append("name", "row 0").append("x", 0.0),
                    row -> row.append("name", "row 1").append("n", 1L).append("x", 0.5))))
        .isEqualTo(
            Json.parse(
                "[{\"name\":\"row 0\",\"n\":null,\"x\":0.0},{\"name\":\"row 1\",\"n\":1,\"x\":0.5}]"));
  }

  @Test
  void shouldReadStructuresAsObjects() throws IOException {
    assertThat(
            items(
                "optional group place { required binary city (UTF8); optional group at {"
                    + " required double x; } }",
                List.of(
                    row -> {
                      Group place = row.addGroup("place").append("city", "Bern");
                      place.addGroup("at").append("x", 7.4);
                    },
                    row -> row.addGroup("place").append("city", "Basel"),
                    row -> {})))
        .isEqualTo(
            Json.parse(
                """
                [{"place": {"city": "Bern", "at": {"x": 7.4}}},
                 {"place": {"city": "Basel", "at": null}}, {"place": null}]
                """));
  }

  @Test
  void shouldReadListsAsArrays() throws IOException {
    assertThat(
            items(
                "optional group tags (LIST) { repeated group list { optional binary element (UTF8);"
                    + " } }",
                List.of(
                    row -> {
                      Group tags = row.addGroup("tags");
                      tags.addGroup("list").append("element", "a");
                      tags.addGroup("list");
                    },
                    row -> row.addGroup("tags"),
                    row -> {})))
        .isEqualTo(Json.parse("[{\"tags\": [\"a\", null]}, {\"tags\": []}, {\"tags\": null}]"));
  }

  /**
   * @see <a
   *     href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#backward-compatibility-rules">Parquet,
   *     backward-compatibility rules</a>
   */
  @Test
  void shouldReadListsOfOlderWriters() throws IOException {
    assertThat(
            items(
                "repeated int32 bare; optional group two (LIST) { repeated int32 array; }"
                    + " optional group lines (LIST) { repeated group array { required int32 n; } }",
                List.of(
                    row -> {
                      row.append("bare", 1).append("bare", 2);
                      row.addGroup("two").append("array", 3);
                      row.addGroup("lines").addGroup("array").append("n", 4);
                    })))
        .isEqualTo(Json.parse("[{\"bare\": [1, 2], \"two\": [3], \"lines\": [{\"n\": 4}]}]"));
  }

  @Test
  void shouldReadMapsAsObjects() throws IOException {
    assertThat(
            items(
                "optional group prices (MAP) { repeated group key_value { required int32 key;"
                    + " optional group value { required double net; } } }",
                List.of(
                    row -> {
                      Group prices = row.addGroup("prices");
                      prices
                          .addGroup("key_value")
                          .append("key", 1)
                          .addGroup("value")
                          .append("net", .5);
                      prices.addGroup("key_value").append("key", 2);
                    })))
        .isEqualTo(Json.parse("[{\"prices\": {\"1\": {\"net\": 0.5}, \"2\": null}}]"));
  }

  @Test
  void shouldReadDecimalsExactlyAndTimesInMilliseconds() throws IOException {
    Binary day1 =
        Binary.fromConstantByteArray(
            ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(5_000_000L)
                .putInt(2_440_589)
                .array());
    assertThat(
            items(
                "required int32 price (DECIMAL(9, 2)); required binary total (DECIMAL(30, 3));"
                    + " required int64 at (TIMESTAMP(MICROS, true)); required int96 old;"
                    + " required int32 day (DATE);",
                List.of(
                    row ->
                        row.append("price", 1999)
                            .append("total", Binary.fromConstantByteArray(new byte[] {-1, 0}))
                            .append("at", 1_500_999L)
                            .append("old", day1)
                            .append("day", 1))))
        .isEqualTo(
            Json.parse(
                """
                [{"price": 19.99, "total": -0.256, "at": 1500, "old": 86400005,
                  "day": "1970-01-02"}]
                """));
  }

  @Test
  void shouldFailWithTheNameOfWhatIsNoParquet() {
    lab.objects.with("b/f.parquet", "no rows");
    JsonNode failed = lab.states(MAP).run("{}");
    assertThat(failed.path("error").asText()).isEqualTo("States.ItemReaderFailed");
    assertThat(failed.path("cause").asText()).contains("f.parquet cannot be read as Parquet");
  }
}
