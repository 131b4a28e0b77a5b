package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the items of a distributed map may come from.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">AWS,
 *     ItemReader</a>
 */
class ReaderSourcesTest {
  private static final String PROCESSOR =
      """
      "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
        "StartAt": "s", "States": {"s": {"Type": "Pass", "End": true}}}
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

  private Lab map(String fields) {
    return lab.states(
        "{\"d\": {\"Type\": \"Map\", \"Label\": \"d\", \"End\": true, "
            + fields
            + ", "
            + PROCESSOR
            + "}}");
  }

  private Lab reader(String action, String config, String arguments) {
    return map(
        "\"ItemReader\": {\"Resource\": \"arn:aws:states:::s3:"
            + action
            + "\", \"ReaderConfig\": "
            + config
            + ", \"Arguments\": "
            + arguments
            + "}");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void says(JsonNode execution, String error, String cause) {
    assertThat(execution.path("error").asText()).isEqualTo(error);
    assertThat(execution.path("cause").asText()).contains(cause);
  }

  @Test
  void shouldReadGzip() throws IOException {
    lab.objects.with("b/f.csv.gz", gzip("id\n1\n2\n")).with("b/f.jsonl.gz", gzip("7\n8\n"));
    reader(
        "getObject",
        "{\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"FIRST_ROW\"}",
        "{\"Bucket\": \"b\", \"Key\": \"f.csv.gz\"}");
    assertThat(lab.output("{}")).isEqualTo(Json.parse("[{\"id\": \"1\"}, {\"id\": \"2\"}]"));
    reader("getObject", "{\"InputType\": \"JSONL\"}", "{\"Bucket\":\"b\",\"Key\":\"f.jsonl.gz\"}");
    assertThat(lab.output("{}")).isEqualTo(Json.parse("[7, 8]"));
  }

  @Test
  void shouldReadTheVersionThatIsNamed() {
    lab.objects.with("b/f.json", "[2]").with("b/f.json@v1", "[1]");
    reader(
        "getObject",
        "{\"InputType\": \"JSON\"}",
        "{\"Bucket\": \"b\", \"Key\": \"f.json\", \"VersionId\": \"v1\"}");
    assertThat(lab.output("{}")).isEqualTo(Json.parse("[1]"));
  }

  @Test
  void shouldReadOnlyFromTheExpectedOwner() {
    lab.objects.with("b/f.json", "[1]");
    String arguments =
        "{\"Bucket\": \"b\", \"Key\": \"f.json\", \"ExpectedBucketOwner\": \"OWNER\"}";
    reader("getObject", "{\"InputType\": \"JSON\"}", arguments.replace("OWNER", "000000000000"));
    assertThat(lab.output("{}")).isEqualTo(Json.parse("[1]"));
    reader("getObject", "{\"InputType\": \"JSON\"}", arguments.replace("OWNER", "111111111111"));
    says(lab.run("{}"), "States.ItemReaderFailed", "Access Denied");
  }

  @Test
  void shouldRefuseArgumentsThatAreNotKnown() {
    lab.objects.with("b/f.json", "[1]");
    // What an expression gives is seen when it runs; what is written out, at creation.
    String input = "\"{% $states.input %}\"";
    reader("getObject", "{\"InputType\": \"JSON\"}", input);
    says(
        lab.run("{\"Bucket\": \"b\", \"Key\": \"f.json\", \"Versoin\": \"v1\"}"),
        "States.ItemReaderFailed",
        "the unknown field 'Versoin'");
    reader("listObjectsV2", "{}", input);
    says(
        lab.run("{\"Bucket\": \"b\", \"Key\": \"f.json\"}"),
        "States.ItemReaderFailed",
        "the unknown field 'Key'");
  }

  @Test
  void shouldReadAllItemsWhereTheMostIsZero() {
    lab.objects.with("b/f.json", "[1, 2, 3]");
    String arguments = "{\"Bucket\": \"b\", \"Key\": \"f.json\"}";
    reader("getObject", "{\"InputType\": \"JSON\", \"MaxItems\": 0}", arguments);
    assertThat(lab.output("{}")).hasSize(3);
    reader("getObject", "{\"InputType\": \"JSON\", \"MaxItems\": 2}", arguments);
    assertThat(lab.output("{}")).hasSize(2);
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemspath.html">
   *     AWS: an iteration for each key-value pair of an object</a>
   * @see <a href="https://github.com/floci-io/floci/pull/1588">What AWS makes of an object</a>
   */
  @Test
  void shouldTakeTheMembersOfAnObjectForItems() {
    JsonNode pairs = Json.parse("[{\"Key\":\"a\",\"Value\":1},{\"Key\":\"b\",\"Value\":[2]}]");
    map("\"Items\": {\"a\": 1, \"b\": [2]}");
    assertThat(lab.output("{}")).isEqualTo(pairs);
    lab.objects.with("b/f.json", "{\"a\": 1, \"b\": [2]}");
    reader("getObject", "{\"InputType\": \"JSON\"}", "{\"Bucket\": \"b\", \"Key\": \"f.json\"}");
    assertThat(lab.output("{}")).isEqualTo(pairs);
    lab.states(
        """
        {"m": {"Type": "Map", "End": true, "Items": "{% $states.input %}",
          "ItemSelector": "{% $states.context.Map.Item.Key & $states.context.Map.Item.Value %}",
          "ItemProcessor": {"StartAt": "s", "States": {"s": {"Type": "Pass", "End": true}}}}}
        """);
    assertThat(lab.output("{\"a\": 1, \"b\": 2}")).isEqualTo(Json.parse("[\"a1\", \"b2\"]"));
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html">AWS:
   *     what the manifest of an inventory looks like</a>
   */
  @Test
  void shouldReadTheObjectsOfAnInventory() throws IOException {
    lab.objects
        .with(
            "b/manifest.json",
            """
            {"sourceBucket": "src", "destinationBucket": "arn:aws:s3:::inv", "fileFormat": "CSV",
             "fileSchema": "Bucket, Key, Size",
             "files": [{"key": "data/1.csv.gz"}, {"key": "data/2.csv.gz"}]}
            """)
        .with("inv/data/1.csv.gz", gzip("\"src\",\"a\",\"1\"\n"))
        .with("inv/data/2.csv.gz", gzip("\"src\",\"b\",\"2\"\n"));
    JsonNode objects =
        Json.parse(
            "[{\"Bucket\":\"src\",\"Key\":\"a\",\"Size\":\"1\"},"
                + "{\"Bucket\":\"src\",\"Key\":\"b\",\"Size\":\"2\"}]");
    String arguments = "{\"Bucket\": \"b\", \"Key\": \"manifest.json\"}";
    reader("getObject", "{\"InputType\": \"MANIFEST\"}", arguments);
    assertThat(lab.output("{}")).isEqualTo(objects);
    lab.objects.with("b/manifest.json", "{\"fileFormat\": \"ORC\", \"files\": []}");
    says(lab.run("{}"), "States.ItemReaderFailed", "its fileFormat is ORC");
  }

  /**
   * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html">
   *     AWS: what the manifest of Athena looks like</a>
   */
  @Test
  void shouldReadTheObjectsOfAnAthenaManifest() {
    lab.objects
        .with("b/manifest.csv", "s3://out/1\ns3://out/2\n")
        .with("out/1", "{\"n\":1}\n{\"n\":2}\n")
        .with("out/2", "{\"n\":3}\n");
    reader(
        "getObject",
        "{\"InputType\": \"JSONL\", \"ManifestType\": \"ATHENA_DATA\"}",
        "{\"Bucket\": \"b\", \"Key\": \"manifest.csv\"}");
    assertThat(lab.output("{}")).isEqualTo(Json.parse("[{\"n\":1},{\"n\":2},{\"n\":3}]"));
    lab.objects.with("b/manifest.csv", "out/1\n");
    says(lab.run("{}"), "States.ItemReaderFailed", "must list objects as s3://bucket/key");
  }

  @Test
  void shouldReadTheItemsInListedObjects() {
    lab.objects.with("b/in/1.json", "[1, 2]").with("b/in/2.json", "[3]").with("b/x", "[4]");
    reader(
        "listObjectsV2",
        "{\"InputType\": \"JSON\", \"Transformation\": \"LOAD_AND_FLATTEN\"}",
        "{\"Bucket\": \"b\", \"Prefix\": \"in/\"}");
    assertThat(lab.output("{}")).isEqualTo(Json.parse("[1, 2, 3]"));
  }

  @Test
  void shouldTolerateNothingInAnInlineMap() {
    lab.tasks.on(
        "fails",
        request -> {
          throw ScriptedTasks.failure("E", "c");
        });
    lab.states(
        """
        {"m": {"Type": "Map", "End": true, "Items": [1], "ToleratedFailureCount": 1,
          "ToleratedFailurePercentage": 100, "ItemProcessor": {"StartAt": "s", "States": {
            "s": {"Type": "Task", "Resource": "arn:aws:states:::test:fails", "End": true}}}}}
        """);
    assertThat(lab.run("{}").path("error").asText()).isEqualTo("E");
  }
}
