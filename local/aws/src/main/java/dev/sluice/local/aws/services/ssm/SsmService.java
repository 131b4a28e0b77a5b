package dev.sluice.local.aws.services.ssm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.endpoint.JsonService;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.util.List;

/** Parameters: from the template and put by hand. */
public final class SsmService implements LocalService {
  private final Parameters parameters;

  /** Keeps parameters in the directory. */
  public SsmService(Path directory) {
    parameters = new Parameters(directory.resolve("parameters.json"));
  }

  @Override
  public String name() {
    return "ssm";
  }

  /** The value of a parameter. */
  public String value(String name) {
    return parameters.get(name).path("Value").asText();
  }

  @Override
  public List<ResourceHandler> resourceHandlers() {
    return List.of(
        new ResourceHandler() {
          @Override
          public String type() {
            return "AWS::SSM::Parameter";
          }

          @Override
          public Deployed deploy(Resource resource) {
            String name = resource.physicalName("Name", 1011);
            String value = resource.required("Value");
            parameters.put(name, value, resource.text("Type", "String"), true);
            return Deployed.ref(name)
                .with("Value", value)
                .with("Type", resource.text("Type", "String"));
          }
        });
  }

  @Override
  public List<JsonService> jsonServices() {
    return List.of(
        new JsonService("Systems Manager", "AmazonSSM", "1.1", new SsmAccess())
            .operation(
                "GetParameter",
                input ->
                    Json.object().set("Parameter", parameters.get(input.path("Name").asText())))
            .operation("GetParameters", this::getParameters)
            .operation("GetParametersByPath", this::byPath)
            .operation("PutParameter", this::put));
  }

  private ObjectNode getParameters(ObjectNode input) {
    ObjectNode output = Json.object();
    ArrayNode found = output.putArray("Parameters");
    ArrayNode invalid = output.putArray("InvalidParameters");
    input
        .path("Names")
        .forEach(
            name -> {
              try {
                found.add(parameters.get(name.asText()));
              } catch (ServiceError e) {
                invalid.add(name);
              }
            });
    return output;
  }

  private ObjectNode byPath(ObjectNode input) {
    ObjectNode output = Json.object();
    ArrayNode found = output.putArray("Parameters");
    boolean recursive = input.path("Recursive").asBoolean();
    parameters.byPath(input.path("Path").asText(), recursive).forEach(found::add);
    return output;
  }

  private ObjectNode put(ObjectNode input) {
    ObjectNode parameter =
        parameters.put(
            input.path("Name").asText(),
            input.path("Value").asText(),
            input.path("Type").asText("String"),
            input.path("Overwrite").asBoolean());
    return Json.object().put("Version", parameter.path("Version").asLong());
  }
}
