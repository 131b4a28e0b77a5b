package dev.sluice.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.template.DynamicReferences;
import dev.sluice.local.base.json.Json;

/** Values of secrets and parameters for templates. */
final class StoredValues implements DynamicReferences {
  private final Services services;

  StoredValues(Services services) {
    this.services = services;
  }

  @Override
  public String resolve(String reference) {
    int colon = reference.indexOf(':');
    String rest = reference.substring(colon + 1);
    return switch (reference.substring(0, colon)) {
      case "secretsmanager" -> secret(rest);
      case "ssm", "ssm-secure" -> services.ssm().value(rest.replaceFirst(":\\d+$", ""));
      default ->
          throw new IllegalArgumentException(
              "{{resolve:" + reference + "}} does not run locally; secretsmanager and ssm do");
    };
  }

  /** {@code id:SecretString:key:stage:version}, where the id may be an ARN. */
  private String secret(String reference) {
    int string = reference.indexOf(":SecretString");
    String id = string < 0 ? reference : reference.substring(0, string);
    String value = services.secrets().secretString(id);
    String[] parts = string < 0 ? new String[0] : reference.substring(string + 1).split(":", -1);
    if (parts.length < 2 || parts[1].isEmpty()) {
      return value;
    }
    JsonNode field = Json.parse(value).get(parts[1]);
    if (field == null) {
      throw new IllegalArgumentException("secret " + id + " has no key " + parts[1]);
    }
    return field.asText();
  }
}
