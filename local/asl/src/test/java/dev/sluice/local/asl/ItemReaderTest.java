package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemReaderTest {
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

  private void map(String fields) {
    lab.states(
        """
        {"d": {"Type": "Map", "Label": "d", "End": true, FIELDS,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
            "StartAt": "s", "States": {"s": {"Type": "Pass", "End": true}}}}}
        """
            .replace("FIELDS", fields));
  }

  private static String reader(String config) {
    return """
    "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": CONFIG,
      "Arguments": {"Bucket": "b", "Key": "{% $states.input.key %}"}}
    """
        .replace("CONFIG", config);
  }

  @Test
  void shouldReadCsvWithItsHeaderFillingShortRowsAndDroppingSurplus() {
    lab.objects.with("b/f.csv", "\uFEFFid,name\r\n1,\"a,\nb\"\r\n2\r\n3,c,surplus\r\n");
    map(reader("{\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"FIRST_ROW\"}"));
    assertThat(lab.output("{\"key\": \"f.csv\"}"))
        .isEqualTo(
            Json.parse(
                """
                [{"id": "1", "name": "a,\\nb"}, {"id": "2", "name": ""}, {"id": "3", "name": "c"}]
                """));
  }

  @Test
  void shouldReadCsvWithAGivenHeaderAndDelimiter() {
    lab.objects.with("b/f.csv", "1|x\n2|y\n");
    map(
        reader(
            """
            {"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["n", "s"],
             "CSVDelimiter": "PIPE", "MaxItems": 1}
            """));
    assertThat(lab.output("{\"key\": \"f.csv\"}"))
        .isEqualTo(Json.parse("[{\"n\":\"1\",\"s\":\"x\"}]"));
  }

  @Test
  void shouldReadJsonLinesAndSelectWithTheContext() {
    lab.objects.with("b/f.jsonl", "{\"n\":1}\n\n{\"n\":2}");
    map(
        reader("{\"InputType\": \"JSONL\"}")
            + """
            , "ItemSelector": {"i": "{% $states.context.Map.Item.Index %}",
               "n": "{% $states.context.Map.Item.Value.n %}",
               "from": "{% $states.context.Map.Item.Source %}",
               "key": "{% $states.input.key %}"}
            """);
    assertThat(lab.output("{\"key\": \"f.jsonl\"}").get(1))
        .isEqualTo(Json.parse("{\"i\":1,\"n\":2,\"from\":\"S3://b/f.jsonl\",\"key\":\"f.jsonl\"}"));
  }

  @Test
  void shouldListObjects() {
    lab.objects.with("b/in/1", "x").with("b/in/2", "yy").with("b/out", "");
    map(
        """
        "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2",
          "Arguments": {"Bucket": "b", "Prefix": "in/"}}
        """);
    JsonNode output = lab.output("{}");
    assertThat(output).extracting(item -> item.get("Key").asText()).containsExactly("in/1", "in/2");
    assertThat(output.get(1).get("Size").asInt()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "f.csv;{\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"FIRST_ROW\"};the column 'id' twice",
        "none;{\"InputType\": \"JSON\"};does not exist",
        "f.csv;{\"InputType\": \"JSONL\"};Line 1 is not JSON",
        "scalar;{\"InputType\": \"JSON\"};must hold a JSON array or object",
        "empty;{\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"FIRST_ROW\"};is empty",
      })
  void shouldSayWhyItemsCannotBeRead(String key, String config, String reason) {
    lab.objects.with("b/f.csv", "id,id\n1,2").with("b/scalar", "7").with("b/empty", "");
    map(reader(config));
    ObjectNode end = lab.run(Json.object().put("key", key).toString());
    assertThat(end.path("error").asText()).isEqualTo("States.ItemReaderFailed");
    assertThat(end.path("cause").asText()).contains(reason);
  }

  @Test
  void shouldReadTheArrayThatAPointerNames() {
    lab.objects.with("b/f.json", "{\"data\": {\"rows\": [7, 8]}}");
    map(reader("{\"InputType\": \"JSON\", \"ItemsPointer\": \"/data/rows\"}"));
    assertThat(lab.output("{\"key\": \"f.json\"}")).isEqualTo(Json.parse("[7,8]"));
  }
}
