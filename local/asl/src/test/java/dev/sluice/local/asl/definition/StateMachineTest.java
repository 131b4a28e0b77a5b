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
        .anyMatch(f -> f.startsWith("/States/a/Output is not a JSONata expression"))
        .anyMatch(f -> f.startsWith("/States/b/Resource is strange, which nothing"))
        .anyMatch(f -> f.startsWith("/States/b/Retries is not a field that is known here"))
        .anyMatch(f -> f.startsWith("/States/b/Next is missing"))
        .anyMatch(f -> f.startsWith("/States/c/Type must be one of Pass, Task"))
        .hasSize(5);
  }

  @Test
  void shouldSayPlainlyThatJsonPathDoesNotRun() {
    assertThat(
            findings(
                "{\"StartAt\": \"a\", \"States\": {\"a\": {\"Type\": \"Pass\", \"End\": true}}}"))
        .singleElement()
        .asString()
        .startsWith("/States/a/QueryLanguage is JSONPath, which the local engine does not run");
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
        "{\"Type\": \"Pass\", \"End\": true, \"InputPath\": \"$\"} | InputPath belongs to JSONPath",
        "{\"Type\": \"Pass\", \"End\": true, \"Next\": \"s\"} | End stands beside Next",
        "{\"Type\": \"Pass\", \"End\": true, \"Output\": \"{% 1\"} | does not end with %}",
        "{\"Type\": \"Pass\", \"End\": true, \"Assign\": {\"states\": 1}} | is a reserved name",
        "{\"Type\": \"Pass\", \"End\": true, \"Assign\": 3} | must be an object of variable names",
        "{\"Type\": \"Wait\", \"End\": true} | Seconds or Timestamp must be given",
        "{\"Type\": \"Wait\", \"End\": true, \"Seconds\": -1} | must be a number from 0",
        "{\"Type\": \"Choice\", \"Choices\": []} | must hold at least one rule",
        "{\"Type\": \"Choice\", \"Choices\": [{\"Next\": \"s\"}]} | Condition is missing",
        "{\"Type\": \"Parallel\", \"End\": true, \"Branches\": []} | at least one branch",
        "{\"Type\": \"Map\", \"End\": true} | ItemProcessor is missing",
        "{\"Type\": \"Task\", \"End\": true} | Resource is missing",
        "{\"Type\": \"Task\", \"Resource\": \"ok\", \"End\": true, \"Retry\": [{\"ErrorEquals\":"
            + " [\"States.ALL\"]}, {\"ErrorEquals\": [\"X\"]}]} | must stand alone and in the last",
        "{\"Type\": \"Task\", \"Resource\": \"ok\", \"End\": true, \"Retry\": [{\"ErrorEquals\":"
            + " [\"X\"], \"IntervalSeconds\": 5, \"MaxDelaySeconds\": 5}]} | must be greater than",
        "{\"Type\": \"Task\", \"Resource\": \"ok\", \"End\": true, \"Retry\": [{\"ErrorEquals\":"
            + " [\"X\"], \"BackoffRate\": 0.5}]} | must be a number of 1 or more",
        "{\"Type\": \"Task\", \"Resource\": \"ok\", \"End\": true, \"Catch\": [{\"ErrorEquals\":"
            + " [\"X\"]}]} | Next is missing",
        "{\"Type\": \"Task\", \"Resource\": \"ok\", \"End\": true, \"Catch\": [{\"ErrorEquals\":"
            + " [\"X\"], \"Next\": \"gone\"}]} | leads to 'gone'",
        "{\"Type\": \"Task\", \"Resource\": \"ok\", \"TimeoutSeconds\": 0, \"End\": true} | from 1",
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
        "\"ItemReader\": {\"Resource\": \"x\", \"Arguments\": {}} | must be one of",
        "\"ItemReader\": {\"Resource\": \"arn:aws:states:::s3:getObject\", \"Arguments\": {}} |"
            + " give InputType",
        "\"ItemBatcher\": {} | or MaxInputBytesPerBatch must be given",
        "\"ResultWriter\": {} | an empty ResultWriter is refused",
        "\"ResultWriter\": {\"Resource\": \"arn:aws:states:::s3:putObject\", \"WriterConfig\": {}} |"
            + " belong together",
        "\"ToleratedFailurePercentage\": 101 | from 0 to 100",
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
        .contains("for which EXPRESS executions cannot wait");
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
        .anyMatch(f -> f.contains("has the name of another state"))
        .anyMatch(f -> f.contains("cannot be reached from StartAt"))
        .hasSize(2);
  }

  @Test
  void shouldRefuseWhatIsNotJson() {
    assertThat(findings("{")).singleElement().asString().startsWith("/ is not JSON");
    assertThat(findings("[]")).isNotEmpty();
  }
}
