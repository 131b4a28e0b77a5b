package dev.sluice.local.asl.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.api.Validation;
import dev.sluice.local.asl.definition.Finding;
import dev.sluice.local.asl.definition.InvalidDefinition;
import dev.sluice.local.asl.definition.Resources;
import dev.sluice.local.asl.definition.StateMachine;
import dev.sluice.local.base.json.Json;

/**
 * Reads definitions, and says what AWS would say of those that it refuses.
 *
 * @param resources what Tasks can be
 */
public record DefinitionCheck(Resources resources) {
  /**
   * @throws AslException InvalidDefinition
   */
  public StateMachine parse(String text, boolean express) {
    try {
      return StateMachine.parse(text, resources, express);
    } catch (InvalidDefinition e) {
      throw new AslException("InvalidDefinition", e.getMessage());
    }
  }

  /** ValidateStateMachineDefinition. */
  public ObjectNode validate(JsonNode request) {
    boolean express = "EXPRESS".equals(Validation.oneOf(request, "type", "STANDARD", "EXPRESS"));
    ObjectNode answer = Json.object().put("result", "OK");
    ArrayNode diagnostics = answer.putArray("diagnostics");
    answer.put("truncated", false);
    try {
      StateMachine.parse(String.valueOf(Json.string(request, "definition")), resources, express);
    } catch (InvalidDefinition e) {
      answer.put("result", "FAIL");
      for (Finding finding : e.findings()) {
        ObjectNode diagnostic = diagnostics.addObject().put("severity", "ERROR");
        diagnostic.put("code", finding.code()).put("message", finding.problem());
        if (finding.path() != null) {
          diagnostic.put("location", finding.path());
        }
      }
    }
    return answer;
  }
}
