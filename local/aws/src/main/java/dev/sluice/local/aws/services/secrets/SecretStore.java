package dev.sluice.local.aws.services.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.base.json.StateJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/** Secrets by name in one file. Thread-safe. */
final class SecretStore {
  private final Path file;
  private final ObjectNode all;

  SecretStore(Path directory) {
    try {
      OwnerOnly.protect(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot protect " + directory, e);
    }
    this.file = directory.resolve("secrets.json");
    this.all =
        StateJson.read(
            file,
            "Delete it: the next start makes new passwords, for the database as well; secrets put by"
                + " hand are lost.");
  }

  /** A copy, in the shape of GetSecretValue. */
  synchronized ObjectNode get(String nameOrArn) {
    ObjectNode secret = find(nameOrArn);
    if (secret == null) {
      throw new ServiceError(
          "ResourceNotFoundException",
          "Secrets Manager can't find the specified secret: " + nameOrArn);
    }
    return secret.deepCopy();
  }

  /** Null if there is none. */
  synchronized ObjectNode find(String nameOrArn) {
    for (JsonNode secret : all) {
      if (secret.path("Name").asText().equals(nameOrArn)
          || secret.path("ARN").asText().equals(nameOrArn)) {
        return (ObjectNode) secret;
      }
    }
    return null;
  }

  synchronized List<ObjectNode> all() {
    List<ObjectNode> copies = new ArrayList<>();
    all.forEach(secret -> copies.add(secret.deepCopy()));
    return copies;
  }

  synchronized ObjectNode put(String name, String value) {
    JsonNode previous = all.path(name);
    if (previous.path("SecretString").asText("").equals(value) && !previous.isMissingNode()) {
      return previous.deepCopy();
    }
    ObjectNode secret = Json.object().put("ARN", arn(name)).put("Name", name);
    secret.put("SecretString", value).put("VersionId", UUID.randomUUID().toString());
    secret.put("CreatedDate", System.currentTimeMillis() / 1000.0);
    all.set(name, secret);
    DurableFile.write(file, Json.bytes(all));
    return secret.deepCopy();
  }

  /** AWS ends a secret's ARN with six random characters; here they follow from the name. */
  private static String arn(String name) {
    CRC32 checksum = new CRC32();
    checksum.update(name.getBytes(StandardCharsets.UTF_8));
    String suffix = HexFormat.of().toHexDigits((int) checksum.getValue()).substring(0, 6);
    return LocalAws.arn("secretsmanager", "secret:" + name + "-" + suffix);
  }
}
