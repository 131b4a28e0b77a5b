package dev.sluice.local.aws.services.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.base.json.StateJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parameters in one file, in the shape in which the API shows them. Thread-safe. */
final class Parameters {
  private final Path file;
  private final ObjectNode all;

  Parameters(Path file) {
    this.file = file;
    this.all =
        StateJson.read(
            file,
            "Delete it: the next start writes the templates' parameters again; those put by hand are"
                + " lost.");
  }

  synchronized ObjectNode get(String nameOrArn) {
    String prefix = LocalAws.arn("ssm", "parameter");
    String name = nameOrArn.startsWith(prefix) ? nameOrArn.substring(prefix.length()) : nameOrArn;
    JsonNode parameter = all.has(name) ? all.get(name) : all.get(name.replaceFirst("^/", ""));
    if (parameter == null) {
      throw new ServiceError("ParameterNotFound", "there is no parameter " + name);
    }
    return parameter.deepCopy();
  }

  synchronized List<JsonNode> byPath(String path, boolean recursive) {
    String folder = path.endsWith("/") ? path : path + "/";
    List<JsonNode> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : all.properties()) {
      String name = entry.getKey();
      if (name.startsWith(folder) && (recursive || name.indexOf('/', folder.length()) < 0)) {
        found.add(entry.getValue().deepCopy());
      }
    }
    return found;
  }

  synchronized ObjectNode put(String name, String value, String type, boolean overwrite) {
    JsonNode previous = all.path(name);
    if (!previous.isMissingNode() && !overwrite) {
      throw new ServiceError(
          "ParameterAlreadyExists", "parameter " + name + " exists; set Overwrite to change it");
    }
    if (previous.path("Value").asText().equals(value)
        && previous.path("Type").asText().equals(type)) {
      return previous.deepCopy();
    }
    ObjectNode parameter = Json.object().put("Name", name).put("Type", type).put("Value", value);
    parameter.put("Version", previous.path("Version").asLong() + 1);
    parameter.put("LastModifiedDate", System.currentTimeMillis() / 1000.0);
    String resource = "parameter" + (name.startsWith("/") ? name : "/" + name);
    parameter.put("ARN", LocalAws.arn("ssm", resource)).put("DataType", "text");
    all.set(name, parameter);
    DurableFile.write(file, Json.bytes(all));
    return parameter.deepCopy();
  }
}
