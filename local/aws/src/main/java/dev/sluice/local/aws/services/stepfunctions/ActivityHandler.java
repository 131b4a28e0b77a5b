package dev.sluice.local.aws.services.stepfunctions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;

/**
 * AWS::StepFunctions::Activity.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-activity.html">AWS</a>
 */
final class ActivityHandler implements ResourceHandler {
  private final EngineApi engine;

  ActivityHandler(EngineApi engine) {
    this.engine = engine;
  }

  @Override
  public String type() {
    return "AWS::StepFunctions::Activity";
  }

  @Override
  public Deployed deploy(Resource resource) {
    String name = resource.required("Name");
    ObjectNode request = Json.object().put("name", name);
    EngineApi.tags(resource, request);
    String arn = engine.deploy("CreateActivity", request).path("activityArn").asText();
    return Deployed.ref(arn).with("Arn", arn).with("Name", name);
  }
}
