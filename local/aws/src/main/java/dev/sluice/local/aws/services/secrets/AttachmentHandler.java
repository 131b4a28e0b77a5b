package dev.sluice.local.aws.services.secrets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.spi.DatabaseAddresses;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;

/** AWS::SecretsManager::SecretTargetAttachment: writes where the database is into its secret. */
final class AttachmentHandler implements ResourceHandler {
  private final SecretStore store;
  private final DatabaseAddresses databases;

  AttachmentHandler(SecretStore store, DatabaseAddresses databases) {
    this.store = store;
    this.databases = databases;
  }

  @Override
  public String type() {
    return "AWS::SecretsManager::SecretTargetAttachment";
  }

  @Override
  public Deployed deploy(Resource resource) {
    ObjectNode secret = store.get(resource.required("SecretId"));
    String database = resource.required("TargetId");
    DatabaseAddresses.Address address = databases.address(LocalAws.nameOf(database));
    ObjectNode value = (ObjectNode) Json.parse(secret.path("SecretString").asText());
    value.put("engine", "postgres").put("host", address.host()).put("port", address.port());
    value.put("dbname", address.database());
    value.put("dbInstanceIdentifier", LocalAws.nameOf(database));
    store.put(secret.path("Name").asText(), Json.text(value));
    return Deployed.ref(secret.path("ARN").asText()).with("Id", secret.path("ARN").asText());
  }
}
