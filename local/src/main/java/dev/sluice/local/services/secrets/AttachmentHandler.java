package dev.sluice.local.services.secrets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.spi.DatabaseAddresses;
import dev.sluice.local.spi.Json;
import dev.sluice.local.spi.LocalAws;
import dev.sluice.local.template.Deployed;
import dev.sluice.local.template.Resource;
import dev.sluice.local.template.ResourceHandler;

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
    store.put(secret.path("Name").asText(), Json.write(value));
    return Deployed.ref(secret.path("ARN").asText()).with("Id", secret.path("ARN").asText());
  }
}
