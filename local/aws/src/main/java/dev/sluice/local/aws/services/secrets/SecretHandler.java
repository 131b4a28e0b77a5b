package dev.sluice.local.aws.services.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;

/** AWS::SecretsManager::Secret. A generated value stays as it is for as long as its state lives. */
final class SecretHandler implements ResourceHandler {
  private static final int MAX_NAME = 512;

  private final SecretStore store;

  SecretHandler(SecretStore store) {
    this.store = store;
  }

  @Override
  public String type() {
    return "AWS::SecretsManager::Secret";
  }

  @Override
  public Deployed deploy(Resource resource) {
    String name = resource.physicalName("Name", MAX_NAME);
    ObjectNode secret = store.find(name);
    String given = resource.text("SecretString");
    if (given != null) {
      secret = store.put(name, given);
    } else if (secret == null) {
      secret = store.put(name, generate(resource.properties().path("GenerateSecretString")));
    }
    String arn = secret.path("ARN").asText();
    return Deployed.ref(arn).with("Id", arn);
  }

  private static String generate(JsonNode how) {
    String password = Passwords.generate(how);
    if (!how.has("GenerateStringKey")) {
      return password;
    }
    ObjectNode template = (ObjectNode) Json.parse(how.path("SecretStringTemplate").asText("{}"));
    return Json.text(template.put(how.path("GenerateStringKey").asText(), password));
  }
}
