package dev.sluice.local.aws.services.stepfunctions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;

/**
 * AWS::StepFunctions::StateMachineVersion. A revision that was published already keeps its number.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachineversion.html">AWS</a>
 */
final class VersionHandler implements ResourceHandler {
  private final EngineApi engine;

  VersionHandler(EngineApi engine) {
    this.engine = engine;
  }

  @Override
  public String type() {
    return "AWS::StepFunctions::StateMachineVersion";
  }

  @Override
  public Deployed deploy(Resource resource) {
    ObjectNode request = Json.object().put("stateMachineArn", resource.required("StateMachineArn"));
    request.put("revisionId", resource.text("StateMachineRevisionId"));
    request.put("description", resource.text("Description"));
    String arn =
        engine
            .deploy("PublishStateMachineVersion", request)
            .path("stateMachineVersionArn")
            .asText();
    return Deployed.ref(arn).with("Arn", arn);
  }
}
