package dev.sluice.local.asl.machine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.api.Validation;
import dev.sluice.local.base.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * The routing configuration of an alias.
 *
 * @see <a
 *     href="https://github.com/localstack/localstack/blob/main/tests/aws/services/stepfunctions/v2/test_sfn_api_aliasing.snapshot.json">Refusals
 *     recorded on AWS</a>
 */
final class Routing {
  private static final String FIELD = "routingConfiguration";
  private static final int ALL = 100;

  private Routing() {}

  /**
   * @throws AslException ValidationException where it is not one or two versions of one machine
   *     with weights that make 100
   */
  static List<Alias.Route> of(JsonNode request, Versions versions) {
    JsonNode config = request.path(FIELD);
    if (!config.isArray() || config.isEmpty()) {
      throw Validation.missing(FIELD);
    }
    if (config.size() > 2) {
      throw Validation.constraint(config, FIELD, "Member must have length less than or equal to 2");
    }
    List<Alias.Route> routes = new ArrayList<>();
    for (JsonNode route : config) {
      int weight = route.path("weight").asInt();
      if (weight < 0 || weight > ALL) {
        throw Validation.constraint(
            weight,
            FIELD + "." + (routes.size() + 1) + ".member.weight",
            "Member must have value less than or equal to 100");
      }
      routes.add(new Alias.Route(Json.string(route, "stateMachineVersionArn"), weight));
    }
    List<String> arns = routes.stream().map(Alias.Route::versionArn).toList();
    if (arns.stream().anyMatch(arn -> versions.find(arn) == null)) {
      throw invalid("must contain state machine version ARNs. Received: " + arns);
    }
    if (arns.stream().distinct().count() < arns.size()) {
      throw invalid("must contain distinct state machine version ARNs. Received: " + arns);
    }
    if (arns.stream().map(arn -> versions.find(arn).machine().arn()).distinct().count() > 1) {
      throw invalid("must contain versions of one state machine. Received: " + arns);
    }
    List<Integer> weights = routes.stream().map(Alias.Route::weight).toList();
    if (weights.stream().mapToInt(Integer::intValue).sum() != ALL) {
      throw new AslException(
          "ValidationException",
          "Sum of routing configuration weights must equal 100. Received: " + weights);
    }
    return routes;
  }

  private static AslException invalid(String why) {
    return new AslException("ValidationException", "Routing configuration " + why);
  }
}
