package dev.sluice.local.aws.services.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;

/**
 * AWS::StepFunctions::StateMachineAlias. A DeploymentPreference takes effect at once, whatever its
 * type: nobody waits on a laptop for executions to be shifted.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachinealias.html">AWS</a>
 */
final class AliasHandler implements ResourceHandler {
  private static final int MAX_NAME = 80;
  private static final int ALL = 100;

  private final EngineApi engine;

  AliasHandler(EngineApi engine) {
    this.engine = engine;
  }

  @Override
  public String type() {
    return "AWS::StepFunctions::StateMachineAlias";
  }

  @Override
  public Deployed deploy(Resource resource) {
    ObjectNode request = Json.object().put("name", resource.physicalName("Name", MAX_NAME));
    request.put("description", resource.text("Description", ""));
    request.set("routingConfiguration", routes(resource));
    String machine = request.at("/routingConfiguration/0/stateMachineVersionArn").asText();
    String arn = machine.substring(0, machine.lastIndexOf(':') + 1) + request.path("name").asText();
    if (exists(arn)) {
      engine.deploy("UpdateStateMachineAlias", request.put("stateMachineAliasArn", arn));
    } else {
      engine.deploy("CreateStateMachineAlias", request);
    }
    return Deployed.ref(arn).with("Arn", arn);
  }

  private boolean exists(String arn) {
    try {
      engine.call("DescribeStateMachineAlias", Json.object().put("stateMachineAliasArn", arn));
      return true;
    } catch (AslException absent) {
      return false;
    }
  }

  private static ArrayNode routes(Resource resource) {
    JsonNode given = resource.properties().path("RoutingConfiguration");
    JsonNode preferred =
        resource.properties().path("DeploymentPreference").path("StateMachineVersionArn");
    if (given.isMissingNode() == preferred.isMissingNode()) {
      throw new IllegalArgumentException(
          "found "
              + (given.isMissingNode() ? "neither" : "both")
              + " of RoutingConfiguration and DeploymentPreference; give one of them");
    }
    ArrayNode routes = Json.MAPPER.createArrayNode();
    if (given.isMissingNode()) {
      routes.addObject().put("stateMachineVersionArn", preferred.asText()).put("weight", ALL);
    }
    for (JsonNode route : given) {
      routes
          .addObject()
          .put("stateMachineVersionArn", route.path("StateMachineVersionArn").asText())
          .put("weight", route.path("Weight").asInt());
    }
    return routes;
  }
}
