package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests that AWS refuses before it looks at the definition.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html">AWS</a>
 */
class CreationRulesTest {
  private static final String PASS =
      "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"s\", \"States\": {\"s\": {\"Type\":"
          + " \"Pass\", \"End\": true}}}";

  @TempDir Path directory;

  private AslException refused(String definition, String role) {
    ObjectNode request = Json.object().put("name", "m").put("definition", definition);
    request.put("roleArn", role);
    try (Lab lab = new Lab(directory)) {
      return catchThrowableOfType(
          AslException.class, () -> lab.engine.call("CreateStateMachine", request));
    }
  }

  @Test
  void shouldRefuseARoleThatIsNoArn() {
    AslException refusal = refused(PASS, "machine-role");
    assertThat(refusal.code()).isEqualTo("InvalidArn");
    assertThat(refusal).hasMessage("Invalid Role Arn: 'machine-role'");
  }

  @Test
  void shouldRefuseADefinitionOverOneMegabyte() {
    AslException refusal = refused(PASS + " ".repeat(1_048_576), Lab.ROLE);
    assertThat(refusal.code()).isEqualTo("ValidationException");
    assertThat(refusal).hasMessageContaining("less than or equal to 1048576");
    assertThat(refused(PASS + " ".repeat(1_048_576 - PASS.length()), Lab.ROLE)).isNull();
  }

  @Test
  void shouldReportTheCodesOfFindingsWhereADefinitionIsValidated() {
    try (Lab lab = new Lab(directory)) {
      JsonNode answer =
          lab.engine.call(
              "ValidateStateMachineDefinition",
              Json.object()
                  .put("definition", PASS.replace("\"End\"", "\"Next\": \"x\", \"Ende\"")));
      assertThat(answer.get("result").textValue()).isEqualTo("FAIL");
      assertThat(answer.get("diagnostics").findValuesAsText("code"))
          .containsExactly("SCHEMA_VALIDATION_FAILED", "MISSING_TRANSITION_TARGET");
      assertThat(answer.get("diagnostics").findValuesAsText("location"))
          .containsExactly("/States/s", "/States/s/Next");
    }
  }
}
