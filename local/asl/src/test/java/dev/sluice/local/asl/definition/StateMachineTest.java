package dev.sluice.local.asl.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.local.base.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateMachineTest {
  private static List<String> findings(String document) {
    InvalidDefinition refused =
        catchThrowableOfType(
            InvalidDefinition.class,
            () -> StateMachine.parse(document, resource -> resource.startsWith("ok")));
    return refused == null
        ? List.of()
        : refused.findings().stream().map(Finding::toString).toList();
  }

  private static String machine(String states) {
    String start = Json.parse(states).fieldNames().next();
    return "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \""
        + start
        + "\", \"States\": "
        + states
        + "}";
  }

  @Test
  void shouldReportAllFindingsTogether() {
    assertThat(
            findings(
                machine(
                    """
                    {"a": {"Type": "Pass", "Next": "nowhere", "Output": "{% 1 + %}"},
                     "b": {"Type": "Task", "Resource": "strange", "Retries": []},
                     "c": {"Type": "Wiat", "End": true}}
                    """)))
        .anyMatch(f -> f.matches("INVALID_JSONATA_EXPRESSION: .* at /States/a/Output"))
        .anyMatch(f -> f.matches(".*The resource provided strange is not .* at /States/b/Resource"))
        .anyMatch(f -> f.endsWith(": Field 'Retries' is not supported at /States/b"))
        .anyMatch(f -> f.endsWith("one of the following fields: [Next, End] at /States/b"))
        .anyMatch(f -> f.matches(".*'Type' should have one of these values: .* at /States/c/Type"))
        .hasSize(5);
  }

  @Test
  void shouldSayPlainlyThatJsonPathDoesNotRun() {
    assertThat(
            findings(
                "{\"StartAt\": \"a\", \"States\": {\"a\": {\"Type\": \"Pass\", \"End\": true}}}"))
        .singleElement()
        .asString()
        .contains("The QueryLanguage is 'JSONPath', which the local engine does not run")
        .endsWith(" at /States/a/QueryLanguage");
  }

  @Test
  void shouldAcceptTheLanguageStateByState() {
    assertThat(
            findings(
                """
                {"StartAt": "a", "States": {"a": {"QueryLanguage": "JSONata", "Type": "Pass",
                  "End": true}}}
                """))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "{\"Type\": \"Pass\", \"End\": true, \"InputPath\": \"$\"} | The QueryLanguage is set to 'JSONata', but field 'InputPath' is only"
            + " supported for the 'JSONPath' QueryLanguage at /States/s",
        "{\"Type\": \"Pass\", \"End\": true, \"Next\": \"s\"} | There should only be one of the following fields: [Next, End] at /States/s",
        "{\"Type\": \"Pass\", \"End\": true, \"Output\": \"{% 1\"} | must start with {% and end with %} at /States/s/Output",
        "{\"Type\": \"Pass\", \"End\": true, \"Assign\": {\"states\": 1}} | The variable name 'states' is reserved at"
            + " /States/s/Assign/states",
        "{\"Type\": \"Pass\", \"End\": true, \"Assign\": 3} | Expected value of type [OBJECT] at /States/s/Assign",
        "{\"Type\": \"Wait\", \"End\": true} | should have only one of the following fields: [SecondsPath,",
        "{\"Type\": \"Wait\", \"End\": true, \"Seconds\": -1} | Minimum value is 0 at /States/s/Seconds",
        "{\"Type\": \"Choice\", \"Choices\": []} | Value cannot be empty at /States/s/Choices",
        "{\"Type\": \"Choice\", \"Choices\": [{\"Next\": \"s\"}]} | These fields are required: [Condition] at"
            + " /States/s/Choices[0]",
        "{\"Type\": \"Parallel\", \"End\": true, \"Branches\": []} | Value cannot be empty at"
            + " /States/s/Branches",
        "{\"Type\": \"Map\", \"End\": true} | one of the following fields: [ItemProcessor, Iterator] at",
        "{\"Type\": \"Task\", \"End\": true} | These fields are required: [Resource] at /States/s",
        "{\"Type\": \"Task\", \"Resource\": \"ok\", \"End\": true, \"Retry\": [{\"ErrorEquals\":"
            + " [\"States.ALL\"]}, {\"ErrorEquals\": [\"X\"]}]} | States.ALL must appear alone and at end of"
            + " list at /States/s/Retry[0]/ErrorEquals",
        "{\"Type\": \"Task\", \"Resource\": \"ok\", \"End\": true, \"Retry\": [{\"ErrorEquals\":"
            + " [\"X\"], \"IntervalSeconds\": 5, \"MaxDelaySeconds\": 5}]} | MaxDelaySeconds must be"
            + " greater than IntervalSeconds at /States/s/Retry[0]",
        "{\"Type\": \"Task\", \"Resource\": \"ok\", \"End\": true, \"Retry\": [{\"ErrorEquals\":"
            + " [\"X\"], \"BackoffRate\": 0.5}]} | Minimum value is 1.0",
        "{\"Type\": \"Task\", \"Resource\": \"ok\", \"End\": true, \"Catch\": [{\"ErrorEquals\":"
            + " [\"X\"]}]} | These fields are required: [Next] at /States/s/Catch[0]",
        "{\"Type\": \"Task\", \"Resource\": \"ok\", \"End\": true, \"Catch\": [{\"ErrorEquals\":"
            + " [\"X\"], \"Next\": \"gone\"}]} | MISSING_TRANSITION_TARGET: Missing 'Next' target:"
            + " gone at /States/s/Catch[0]/Next",
        "{\"Type\": \"Task\", \"Resource\": \"ok\", \"TimeoutSeconds\": 0, \"End\": true} | Minimum value is 1",
      })
  void shouldSayWhatIsWrongWithAState(String state, String problem) {
    assertThat(findings(machine("{\"s\": " + state + "}")))
        .singleElement()
        .asString()
        .contains(problem.strip());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "\"Label\": \"a b\" | up to 40 characters",
        "\"ItemReader\": {\"Resource\": \"x\", \"Arguments\": {}} | does not match any of",
        "\"ItemReader\": {\"Resource\": \"arn:aws:states:::s3:getObject\", \"Arguments\":"
            + " {\"Bucket\": \"b\", \"Key\": \"k\"}} | These fields are required: [ReaderConfig]",
        "\"ItemBatcher\": {} | [MaxItemsPerBatch or MaxInputBytesPerBatch]",
        "\"ResultWriter\": {} | [Resource or WriterConfig]",
        "\"ResultWriter\": {\"Resource\": \"arn:aws:states:::s3:putObject\", \"WriterConfig\": {}} |"
            + " These fields are required: [Arguments]",
        "\"ToleratedFailurePercentage\": 101 | Maximum value is 100",
      })
  void shouldSayWhatIsWrongWithADistributedMap(String field, String problem) {
    String map =
        """
        {"m": {"Type": "Map", "End": true, FIELD,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "p", "States": {"p": {"Type": "Pass", "End": true}}}}}
        """;
    assertThat(findings(machine(map.replace("FIELD", field))))
        .singleElement()
        .asString()
        .contains(problem.strip());
  }

  @Test
  void shouldRefuseInExpressChildrenWhatAwsRefuses() {
    assertThat(
            findings(
                machine(
                    """
                    {"m": {"Type": "Map", "End": true, "ItemProcessor": {
                       "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                       "StartAt": "t", "States": {"t": {"Type": "Task", "End": true,
                         "Resource": "ok.waitForTaskToken"}}}}}
                    """)))
        .singleElement()
        .asString()
        .isEqualTo(
            "SCHEMA_VALIDATION_FAILED: Express state machine does not support '.waitForTaskToken'"
                + " service integration at /States/m/ItemProcessor/States/t/Resource");
  }

  @Test
  void shouldRefuseStatesThatNobodyReachesAndNamesThatOccurTwice() {
    assertThat(
            findings(
                machine(
                    """
                    {"p": {"Type": "Parallel", "End": true, "Branches": [
                       {"StartAt": "x", "States": {"x": {"Type": "Succeed"}}},
                       {"StartAt": "y", "States": {"y": {"Type": "Succeed"},
                                                   "x": {"Type": "Succeed"}}}]}}
                    """)))
        .anyMatch(f -> f.startsWith("DUPLICATE_STATE_NAME: Duplicate State name: 'x' at"))
        .anyMatch(f -> f.startsWith("MISSING_TRANSITION_TARGET: State \"x\" is not reachable. at"))
        .hasSize(2);
  }

  @Test
  void shouldRefuseWhatIsNotJson() {
    assertThat(findings("{")).singleElement().asString().startsWith("INVALID_JSON_DESCRIPTION");
    assertThat(findings("")).singleElement().asString().startsWith("MISSING_DESCRIPTION");
    assertThat(findings("[]")).isNotEmpty();
  }

  @Test
  void shouldGoOnWithADefinitionThatEarlierRulesAccepted() {
    String definition =
        machine(
            "{\"s\": {\"Type\": \"Pass\", \"End\": true, \"Output\": \"{% $states.result %}\"}}");
    assertThat(findings(definition)).hasSize(1);
    assertThat(StateMachine.accepted(definition).block().state("s").type()).isEqualTo("Pass");
  }
}
