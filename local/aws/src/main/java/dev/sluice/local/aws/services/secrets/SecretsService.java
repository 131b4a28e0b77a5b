package dev.sluice.local.aws.services.secrets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.endpoint.JsonService;
import dev.sluice.local.aws.spi.DatabaseAddresses;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.aws.spi.SecretReader;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.util.List;

/** Secrets Manager with one version a secret. */
public final class SecretsService implements LocalService, SecretReader {
  private final SecretStore store;
  private final DatabaseAddresses databases;

  /** Keeps secrets in the directory, readable by its owner only. */
  public SecretsService(Path directory, DatabaseAddresses databases) {
    this.store = new SecretStore(directory);
    this.databases = databases;
  }

  @Override
  public String name() {
    return "secretsmanager";
  }

  @Override
  public String secretString(String id) {
    return store.get(id).path("SecretString").asText();
  }

  @Override
  public List<ResourceHandler> resourceHandlers() {
    return List.of(new SecretHandler(store), new AttachmentHandler(store, databases));
  }

  @Override
  public List<JsonService> jsonServices() {
    return List.of(
        new JsonService("Secrets Manager", "secretsmanager", "1.1", new SecretsAccess(store))
            .operation("GetSecretValue", this::getValue)
            .operation("PutSecretValue", this::putValue)
            .operation("DescribeSecret", this::describe)
            .operation("ListSecrets", this::list));
  }

  private ObjectNode getValue(ObjectNode input) {
    ObjectNode secret = store.get(input.path("SecretId").asText());
    secret.putArray("VersionStages").add("AWSCURRENT");
    return secret;
  }

  private ObjectNode putValue(ObjectNode input) {
    ObjectNode secret = store.get(input.path("SecretId").asText());
    ObjectNode changed =
        store.put(secret.path("Name").asText(), input.path("SecretString").asText());
    changed.remove("SecretString");
    return changed;
  }

  private ObjectNode describe(ObjectNode input) {
    ObjectNode secret = store.get(input.path("SecretId").asText());
    secret.remove(List.of("SecretString", "VersionId"));
    return secret;
  }

  private ObjectNode list(ObjectNode input) {
    ObjectNode output = Json.object();
    ArrayNode secrets = output.putArray("SecretList");
    for (ObjectNode secret : store.all()) {
      secret.remove(List.of("SecretString", "VersionId"));
      secrets.add(secret);
    }
    return output;
  }
}
