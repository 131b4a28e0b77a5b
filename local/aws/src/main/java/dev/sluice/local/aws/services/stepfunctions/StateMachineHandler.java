package dev.sluice.local.aws.services.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.UnaryOperator;

/** AWS::StepFunctions::StateMachine. */
final class StateMachineHandler implements ResourceHandler {
  private static final int MAX_NAME = 80;

  private final MachineRights rights;
  private final UnaryOperator<ObjectNode> create;

  /**
   * A handler.
   *
   * @param rights what the machine's role is asked for
   * @param create creates or updates in the engine
   */
  StateMachineHandler(MachineRights rights, UnaryOperator<ObjectNode> create) {
    this.rights = rights;
    this.create = create;
  }

  @Override
  public String type() {
    return "AWS::StepFunctions::StateMachine";
  }

  @Override
  public Deployed deploy(Resource resource) throws IOException {
    String name = resource.physicalName("StateMachineName", MAX_NAME);
    ObjectNode request = Json.object().put("name", name);
    request.put("type", resource.text("StateMachineType", "STANDARD"));
    request.put("definition", definition(resource));
    request.put("roleArn", resource.required("RoleArn"));
    rights.check(resource);
    EngineApi.tags(resource, request);
    try {
      ObjectNode made = create.apply(request);
      String arn = made.path("stateMachineArn").asText();
      return Deployed.ref(arn)
          .with("Arn", arn)
          .with("Name", name)
          .with("StateMachineRevisionId", made.path("revisionId").asText("INITIAL"));
    } catch (AslException e) {
      throw new IllegalArgumentException(e.code() + ": " + e.getMessage(), e);
    }
  }

  private static String definition(Resource resource) throws IOException {
    String text = resource.text("DefinitionString");
    JsonNode location = resource.properties().path("DefinitionS3Location");
    if (!location.isMissingNode()) {
      text =
          Files.readString(
              resource
                  .assets()
                  .file(location.path("Bucket").asText(), location.path("Key").asText()));
    } else if (resource.properties().has("Definition")) {
      text = Json.text(resource.properties().get("Definition"));
    }
    if (text == null) {
      throw new IllegalArgumentException(
          "one of DefinitionString, Definition and DefinitionS3Location is needed");
    }
    for (Map.Entry<String, JsonNode> substitution :
        resource.properties().path("DefinitionSubstitutions").properties()) {
      text = text.replace("${" + substitution.getKey() + "}", substitution.getValue().asText());
    }
    return text;
  }
}
