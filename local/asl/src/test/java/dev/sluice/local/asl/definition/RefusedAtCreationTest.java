package dev.sluice.local.asl.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.local.asl.integration.TaskArguments;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions that AWS refuses; each test names the page that says so. */
class RefusedAtCreationTest {
  private static final Resources TASKS =
      new Resources() {
        @Override
        public boolean known(String resource) {
          return resource.startsWith("ok");
        }

        @Override
        public Optional<TaskArguments> arguments(String resource) {
          return Optional.of(
              new TaskArguments(Set.of("FunctionName", "Payload"), Set.of("FunctionName")));
        }
      };

  private static List<String> refusals(String definition) {
    InvalidDefinition refused =
        catchThrowableOfType(InvalidDefinition.class, () -> StateMachine.parse(definition, TASKS));
    return refused == null
        ? List.of()
        : refused.findings().stream().map(Finding::toString).toList();
  }

  private static String machine(String states) {
    return "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"s\", \"States\": {" + states + "}}";
  }

  private static List<String> state(String fields) {
    return refusals(machine("\"s\": {\"End\": true, " + fields + "}"));
  }

  private static String expression(String source) {
    return "\"Type\": \"Pass\", \"Output\": \"{% " + source + " %}\"";
  }

  /**
   * Only states that have a result have it, and only after their work.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">AWS</a>
   */
  @Test
  void shouldRefuseTheResultOfAStateThatHasNone() {
    assertThat(state(expression("$states.result.a")))
        .containsExactly(
            "UNSUPPORTED_JSONATA_EXPRESSION: Field '$states.result' does not exist."
                + " at /States/s/Output");
    assertThat(
            state(
                "\"Type\": \"Task\", \"Resource\": \"ok\", \"Arguments\": {\"FunctionName\": \"f\","
                    + " \"Payload\": {\"a\": \"{% $states.result %}\"}}"))
        .containsExactly(
            "UNSUPPORTED_JSONATA_EXPRESSION: Field '$states.result' does not exist."
                + " at /States/s/Arguments/Payload/a");
    assertThat(
            state(
                "\"Type\": \"Task\", \"Resource\": \"ok\", \"Output\": \"{% $states.result %}\","
                    + " \"Assign\": {\"a\": \"{% $states.input.b[c = $states.result.d] %}\"}"))
        .isEmpty();
  }

  /**
   * @see <a href="https://github.com/floci-io/floci/pull/2786">Measured on AWS</a>
   */
  @Test
  void shouldRefuseTheErrorOutputOutsideOfACatch() {
    assertThat(state(expression("$states.errorOutput")))
        .containsExactly(
            "UNSUPPORTED_JSONATA_EXPRESSION: Field '$states.errorOutput' does not exist."
                + " at /States/s/Output");
    assertThat(
            refusals(
                machine(
                    """
                    "s": {"Type": "Task", "Resource": "ok", "Next": "t", "Catch": [
                      {"ErrorEquals": ["States.ALL"], "Next": "t",
                       "Output": "{% $states.errorOutput %}",
                       "Assign": {"e": "{% $states.errorOutput.Cause %}"}}]},
                    "t": {"Type": "Succeed"}
                    """)))
        .isEmpty();
  }

  /**
   * @see <a href="https://github.com/floci-io/floci/pull/2699">Measured on AWS</a>
   */
  @Test
  void shouldRefuseReferencesToAContextItem() {
    assertThat(state(expression("phone.number")))
        .containsExactly(
            "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not"
                + " supported. at /States/s/Output");
    assertThat(state(expression("$.a & $$"))).hasSize(2);
    assertThat(state(expression("$map($states.input.a, function($x) { b })"))).hasSize(1);
    assertThat(state(expression("$states.input.a[b > 3 and $.c].{'d': e}^(f)"))).isEmpty();
    assertThat(state(expression("$states.input.a ~> |$|{'d': e}|"))).isEmpty();
  }

  /**
   * AWS names $parse as the replacement.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">AWS</a>
   */
  @Test
  void shouldRefuseEval() {
    assertThat(state(expression("$eval('1')")))
        .singleElement()
        .asString()
        .startsWith("UNSUPPORTED_JSONATA_EXPRESSION: Function '$eval' is not supported");
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">AWS</a>
   */
  @Test
  void shouldRefuseAVariableThatIsAssignedOutsideAndInside() {
    String inner =
        "\"StartAt\": \"p\", \"States\": {\"p\": {\"Type\": \"Pass\", \"End\": true,"
            + " \"Assign\": {\"x\": 2}}}";
    assertThat(
            state(
                "\"Type\": \"Map\", \"Items\": [1], \"Assign\": {\"x\": 1}, \"ItemProcessor\": {"
                    + inner
                    + "}"))
        .containsExactly(
            "DUPLICATE_VARIABLE_NAME: The variable name 'x' was already defined in a parent scope."
                + " at /States/s/ItemProcessor/States/p/Assign/x");
    assertThat(
            state(
                "\"Type\": \"Parallel\", \"Assign\": {\"x\": 1}, \"Branches\": [{" + inner + "}]"))
        .singleElement()
        .asString()
        .endsWith(" at /States/s/Branches[0]/States/p/Assign/x");
    assertThat(state("\"Type\": \"Map\", \"Items\": [1], \"ItemProcessor\": {" + inner + "}"))
        .isEmpty();
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">AWS</a>
   */
  @ParameterizedTest
  @ValueSource(strings = {"x.y", "1x", "", "a b", "$a", "a-b", "_x", LONG})
  void shouldRefuseAVariableNameThatIsNoIdentifier(String name) {
    assertThat(state("\"Type\": \"Pass\", \"Assign\": {\"" + name + "\": 1}"))
        .singleElement()
        .asString()
        .contains("The variable name '" + name + "' is not valid")
        .endsWith(" at /States/s/Assign/" + name);
    assertThat(state("\"Type\": \"Pass\", \"Assign\": {\"größe_2\": 1}")).isEmpty();
  }

  private static final String LONG =
      "a23456789012345678901234567890123456789012345678901234567890123456789012345678901";

  /**
   * @see <a href="https://states-language.net/spec.html#timestamps">States language</a>
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2030-01-01",
        "2030-01-01 00:00:00Z",
        "2030-01-01t00:00:00Z",
        "2030-01-01T00:00:00z",
        "2030-01-01T00:00:00",
        "2030-02-31T00:00:00Z",
        "soon"
      })
  void shouldRefuseAMalformedTimestamp(String time) {
    assertThat(state("\"Type\": \"Wait\", \"Timestamp\": \"" + time + "\""))
        .containsExactly(
            "SCHEMA_VALIDATION_FAILED: String does not match RFC3339 timestamp"
                + " at /States/s/Timestamp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2030-01-01T00:00:00Z", "2030-01-01T00:00:00.123+01:00", "{% $states.input.t %}"})
  void shouldTakeATimestamp(String time) {
    assertThat(state("\"Type\": \"Wait\", \"Timestamp\": \"" + time + "\"")).isEmpty();
  }

  /**
   * @see <a href="https://states-language.net/spec.html#timeouts-and-heartbeats">States
   *     language</a>
   */
  @Test
  void shouldRefuseAHeartbeatThatIsNotBelowTheTimeout() {
    String task = "\"Type\": \"Task\", \"Resource\": \"ok\", \"TimeoutSeconds\": 5";
    assertThat(state(task + ", \"HeartbeatSeconds\": 5"))
        .containsExactly(
            "SCHEMA_VALIDATION_FAILED: HeartbeatSeconds must be smaller than TimeoutSeconds"
                + " at /States/s/HeartbeatSeconds");
    assertThat(state(task + ", \"HeartbeatSeconds\": 4")).isEmpty();
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html">AWS,
   *     Passing parameters to a service API</a>
   */
  @Test
  void shouldRefuseArgumentsThatAnIntegrationDoesNotTakeOrMisses() {
    String task = "\"Type\": \"Task\", \"Resource\": \"ok\", \"Arguments\": ";
    assertThat(state(task + "{\"Payload.$\": \"$.a\"}"))
        .containsExactly(
            "SCHEMA_VALIDATION_FAILED: The field \"Payload.$\" is not supported by Step Functions"
                + " at /States/s/Arguments",
            "SCHEMA_VALIDATION_FAILED: The field 'FunctionName' is required but was missing"
                + " at /States/s/Arguments");
    assertThat(state(task + "{\"FunctionName\": \"f\"}")).isEmpty();
    assertThat(state(task + "\"{% $states.input %}\"")).isEmpty();
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html">AWS,
   *     the codes</a>
   */
  @Test
  void shouldRefuseDoubleKeysAndTrailingText() {
    String pass = "\"s\": {\"Type\": \"Pass\", \"End\": true}";
    assertThat(refusals(machine(pass + ", " + pass)))
        .singleElement()
        .asString()
        .startsWith("DUPLICATE_STATE_NAME: Duplicate field 's'");
    assertThat(state("\"Type\": \"Pass\", \"Type\": \"Pass\""))
        .singleElement()
        .asString()
        .startsWith("INVALID_JSON_DESCRIPTION: Duplicate field 'Type'");
    assertThat(refusals(machine(pass) + " }"))
        .singleElement()
        .asString()
        .startsWith("INVALID_JSON_DESCRIPTION");
    assertThat(refusals(machine(pass) + " {}"))
        .singleElement()
        .asString()
        .contains("There is text behind the definition");
  }

  /**
   * @see <a href="https://github.com/floci-io/floci/issues/2735">Measured on AWS</a>
   */
  @Test
  void shouldRefuseAWorkflowThatNeverEnds() {
    assertThat(
            refusals(
                machine(
                    "\"s\": {\"Type\": \"Pass\", \"Next\": \"t\"},"
                        + " \"t\": {\"Type\": \"Pass\", \"Next\": \"s\"}")))
        .containsExactly("MISSING_END_STATE: Workflow has no terminal state at null");
  }

  /**
   * @see <a href="https://github.com/floci-io/floci/issues/2968">Measured on AWS</a>
   */
  @Test
  void shouldRefuseALanguageWhereItCannotBeSet() {
    assertThat(state("\"Type\": \"Pass\", \"QueryLanguage\": \"JSONPath\""))
        .containsExactly(
            "SCHEMA_VALIDATION_FAILED: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata'"
                + " for whole state machine at /States/s");
    assertThat(
            state(
                "\"Type\": \"Map\", \"Items\": [1], \"ItemProcessor\": {\"QueryLanguage\":"
                    + " \"JSONata\", \"StartAt\": \"p\", \"States\": {\"p\": {\"Type\": \"Pass\","
                    + " \"End\": true}}}"))
        .containsExactly(
            "SCHEMA_VALIDATION_FAILED: Field 'QueryLanguage' is not supported"
                + " at /States/s/ItemProcessor");
  }
}
