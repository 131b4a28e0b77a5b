package dev.sluice.local.asl.machine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.api.Validation;
import dev.sluice.local.base.json.Json;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What AWS refuses in the request that creates or updates a state machine, before it looks at the
 * definition.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html">AWS,
 *     CreateStateMachine</a>
 */
final class CreationRules {
  private static final int LONGEST = 1_048_576;
  private static final Pattern ROLE = Pattern.compile("arn:aws[\\w-]*:iam:[\\w-]*:\\d{12}:role/.+");

  private CreationRules() {}

  /**
   * Checks what only a creation needs.
   *
   * @throws AslException ValidationException where the request lacks the name, the definition or
   *     the role
   */
  static void complete(JsonNode request) {
    for (String field : List.of("name", "definition", "roleArn")) {
      if (!request.hasNonNull(field)) {
        throw Validation.missing(field);
      }
    }
  }

  /**
   * @throws AslException ValidationException for a definition over 1 MB, InvalidArn for a role that
   *     is no ARN
   */
  static void check(JsonNode request) {
    String definition = Json.string(request, "definition");
    if (definition != null && definition.length() > LONGEST) {
      throw new AslException(
          "ValidationException",
          "1 validation error detected: Value at 'definition' failed to satisfy constraint: Member"
              + " must have length less than or equal to "
              + LONGEST);
    }
    String role = Json.string(request, "roleArn");
    if (role != null && !ROLE.matcher(role).matches()) {
      throw new AslException("InvalidArn", "Invalid Role Arn: '" + role + "'");
    }
  }
}
