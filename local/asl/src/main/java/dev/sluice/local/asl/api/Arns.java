package dev.sluice.local.asl.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.util.List;

/**
 * ARNs in requests.
 *
 * @see <a
 *     href="https://github.com/localstack/localstack/blob/main/tests/aws/services/stepfunctions/v2/test_sfn_api.snapshot.json">Refusals
 *     recorded on AWS</a>
 */
public final class Arns {
  private static final int TYPE = 5;
  private static final int SHORTEST = 7;

  private Arns() {}

  /**
   * The ARN in a request's field.
   *
   * @param types that it may name, for example {@code stateMachine}
   * @throws AslException ValidationException where there is none, InvalidArn where it is another
   *     resource's or no ARN
   */
  public static String require(JsonNode request, String field, String... types) {
    String arn = Json.string(request, field);
    if (arn == null) {
      throw Validation.missing(field);
    }
    if (!arn.startsWith("arn:")) {
      throw invalid("Invalid ARN prefix: " + arn);
    }
    String[] parts = arn.split(":", -1);
    if (parts.length < SHORTEST || !parts[2].equals("states")) {
      throw invalid("Invalid ARN format: " + arn);
    }
    if (!List.of(types).contains(parts[TYPE])) {
      throw invalid("Resource type not valid in this context: " + parts[TYPE]);
    }
    return arn;
  }

  /** The refusal of an ARN, with AWS's reason. */
  public static AslException invalid(String reason) {
    return new AslException("InvalidArn", "Invalid Arn: '" + reason + "'");
  }
}
