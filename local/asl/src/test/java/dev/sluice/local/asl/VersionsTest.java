package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Versions and aliases of machines.
 *
 * @see <a
 *     href="https://github.com/localstack/localstack/blob/main/tests/aws/services/stepfunctions/v2/test_sfn_api_versioning.snapshot.json">Versions
 *     recorded on AWS</a>
 * @see <a
 *     href="https://github.com/localstack/localstack/blob/main/tests/aws/services/stepfunctions/v2/test_sfn_api_aliasing.snapshot.json">Aliases
 *     recorded on AWS</a>
 */
class VersionsTest {
  private static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:m";

  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = new Lab(directory);
    update(1);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  /** Makes the machine's output that number. */
  private void update(int number) {
    lab.states("{\"p\": {\"Type\": \"Pass\", \"End\": true, \"Output\": " + number + "}}");
  }

  private static ObjectNode machine() {
    return Json.object().put("stateMachineArn", MACHINE);
  }

  private String publish() {
    return lab.engine
        .call("PublishStateMachineVersion", machine())
        .path("stateMachineVersionArn")
        .asText();
  }

  private Iterable<String> versions() {
    JsonNode all = lab.engine.call("ListStateMachineVersions", machine());
    return StreamSupport.stream(all.get("stateMachineVersions").spliterator(), false)
        .map(version -> version.get("stateMachineVersionArn").asText())
        .toList();
  }

  private JsonNode run(String target) {
    ObjectNode start = Json.object().put("stateMachineArn", target);
    return lab.end(lab.engine.call("StartExecution", start).path("executionArn").asText());
  }

  private static ObjectNode alias(String name, String routing) {
    return Json.object()
        .put("name", name)
        .set("routingConfiguration", Json.parse(routing.replace("M:", MACHINE + ":")));
  }

  private static String to(int version) {
    return "[{\"stateMachineVersionArn\": \"M:" + version + "\", \"weight\": 100}]";
  }

  @Test
  void shouldRunAVersionAsItWasPublished() {
    String version = publish();
    update(2);
    assertThat(version).isEqualTo(MACHINE + ":1");
    JsonNode execution = run(version);
    assertThat(execution.path("output").asText()).isEqualTo("1");
    assertThat(execution.path("stateMachineArn").asText()).isEqualTo(MACHINE);
    assertThat(execution.path("stateMachineVersionArn").asText()).isEqualTo(version);
    JsonNode latest = run(MACHINE);
    assertThat(latest.path("output").asText()).isEqualTo("2");
    assertThat(latest.has("stateMachineVersionArn")).isFalse();
    assertThat(
            lab.call("ListExecutions", "{\"stateMachineArn\": \"" + version + "\"}")
                .get("executions"))
        .hasSize(1);
    assertThat(lab.engine.call("ListExecutions", machine()).get("executions")).hasSize(2);
  }

  @Test
  void shouldPublishARevisionOnceAndNumberVersionsOnwards() {
    assertThat(publish()).isEqualTo(MACHINE + ":1");
    assertThat(publish()).isEqualTo(MACHINE + ":1");
    update(2);
    assertThat(publish()).isEqualTo(MACHINE + ":2");
    assertThat(versions()).containsExactly(MACHINE + ":2", MACHINE + ":1");
    lab.call("DeleteStateMachineVersion", "{\"stateMachineVersionArn\": \"" + MACHINE + ":2\"}");
    lab.call("DeleteStateMachineVersion", "{\"stateMachineVersionArn\": \"" + MACHINE + ":2\"}");
    assertThat(publish()).isEqualTo(MACHINE + ":3");
  }

  @Test
  void shouldPublishWithAnUpdateAndDescribeIt() {
    ObjectNode update = machine().put("publish", true).put("versionDescription", "first");
    assertThat(lab.engine.call("UpdateStateMachine", update).path("stateMachineVersionArn"))
        .hasToString("\"" + MACHINE + ":1\"");
    JsonNode described =
        lab.call("DescribeStateMachine", "{\"stateMachineArn\": \"" + MACHINE + ":1\"}");
    assertThat(described.path("description").asText()).isEqualTo("first");
    assertThat(described.path("stateMachineArn").asText()).isEqualTo(MACHINE + ":1");
  }

  @Test
  void shouldNotPublishAnotherRevisionThanTheCurrentOne() {
    AslException refused =
        lab.refusal("PublishStateMachineVersion", machine().put("revisionId", "other").toString());
    assertThat(refused.code()).isEqualTo("ConflictException");
    assertThat(refused)
        .hasMessage(
            "Failed to publish the State Machine version for revision other. The current State"
                + " Machine revision is INITIAL.");
  }

  @Test
  void shouldRunWhatAnAliasLeadsTo() {
    publish();
    update(2);
    publish();
    String arn =
        lab.engine
            .call("CreateStateMachineAlias", alias("live", to(1)))
            .path("stateMachineAliasArn")
            .asText();
    assertThat(arn).isEqualTo(MACHINE + ":live");
    JsonNode execution = run(arn);
    assertThat(execution.path("output").asText()).isEqualTo("1");
    assertThat(execution.path("stateMachineAliasArn").asText()).isEqualTo(arn);
    assertThat(execution.path("stateMachineVersionArn").asText()).isEqualTo(MACHINE + ":1");
    ObjectNode update = alias("live", to(2)).put("stateMachineAliasArn", arn);
    lab.engine.call("UpdateStateMachineAlias", update);
    assertThat(run(arn).path("output").asText()).isEqualTo("2");
    AslException refused =
        lab.refusal(
            "DeleteStateMachineVersion", "{\"stateMachineVersionArn\": \"" + MACHINE + ":2\"}");
    assertThat(refused)
        .hasMessage(
            "Version to be deleted must not be referenced by an alias. Current list of aliases"
                + " referencing this version: [live]");
    lab.call("DeleteStateMachineAlias", "{\"stateMachineAliasArn\": \"" + arn + "\"}");
    assertThat(lab.engine.call("ListStateMachineAliases", machine()).get("stateMachineAliases"))
        .isEmpty();
    assertThat(lab.refusal("StartExecution", "{\"stateMachineArn\": \"" + arn + "\"}").code())
        .isEqualTo("StateMachineDoesNotExist");
  }

  @Test
  void shouldCreateAnAliasOnce() {
    publish();
    JsonNode first = lab.engine.call("CreateStateMachineAlias", alias("live", to(1)));
    assertThat(lab.engine.call("CreateStateMachineAlias", alias("live", to(1)))).isEqualTo(first);
    AslException refused =
        lab.refusal(
            "CreateStateMachineAlias", alias("live", to(1)).put("description", "d").toString());
    assertThat(refused.code()).isEqualTo("ConflictException");
    JsonNode described =
        lab.call(
            "DescribeStateMachineAlias", "{\"stateMachineAliasArn\": \"" + MACHINE + ":live\"}");
    assertThat(described.path("routingConfiguration")).hasSize(1);
    assertThat(described.path("name").asText()).isEqualTo("live");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[{\"stateMachineVersionArn\": \"M:1\", \"weight\": 99}];Sum of routing configuration"
            + " weights must equal 100. Received: [99]",
        "[{\"stateMachineVersionArn\": \"M:7\", \"weight\": 100}];must contain state machine"
            + " version ARNs",
        "[{\"stateMachineVersionArn\": \"M:1\", \"weight\": 50},"
            + " {\"stateMachineVersionArn\": \"M:1\", \"weight\": 50}];must contain distinct",
        "[{\"stateMachineVersionArn\": \"M:1\", \"weight\": 101}];Value '101' at"
            + " 'routingConfiguration.1.member.weight'",
      })
  void shouldRefuseRoutesThatLeadNowhere(String routing, String reason) {
    publish();
    AslException refused =
        lab.refusal("CreateStateMachineAlias", alias("live", routing).toString());
    assertThat(refused.code()).isEqualTo("ValidationException");
    assertThat(refused).hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({"123", "'IN VALID'", "!x"})
  void shouldRefuseNamesOfAliasesThatCouldBeVersions(String name) {
    publish();
    AslException refused = lab.refusal("CreateStateMachineAlias", alias(name, to(1)).toString());
    assertThat(refused).hasMessageContaining("Member must satisfy regular expression pattern");
  }

  /**
   * @see <a
   *     href="https://github.com/localstack/localstack/blob/main/tests/aws/services/stepfunctions/v2/test_sfn_api_tagging.snapshot.json">Tags
   *     recorded on AWS</a>
   */
  @Test
  void shouldTagMachinesAndNotTheirVersions() {
    String request = "{\"resourceArn\": \"" + MACHINE + "\"";
    lab.call(
        "TagResource",
        request + ", \"tags\": [{\"key\": \"a\", \"value\": \"1\"}, {\"key\": \"b\"}]}");
    lab.call("TagResource", request + ", \"tags\": [{\"key\": \"a\", \"value\": \"2\"}]}");
    assertThat(lab.call("ListTagsForResource", request + "}").get("tags"))
        .isEqualTo(Json.parse("[{\"key\":\"a\",\"value\":\"2\"},{\"key\":\"b\",\"value\":\"\"}]"));
    lab.call("UntagResource", request + ", \"tagKeys\": [\"a\", \"none\"]}");
    assertThat(lab.call("ListTagsForResource", request + "}").get("tags")).hasSize(1);
    publish();
    AslException refused =
        lab.refusal("TagResource", "{\"resourceArn\": \"" + MACHINE + ":1\", \"tags\": []}");
    assertThat(refused).hasMessage("Resource not found: '" + MACHINE + ":1'");
  }
}
