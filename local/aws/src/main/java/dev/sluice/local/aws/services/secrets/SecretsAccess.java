package dev.sluice.local.aws.services.secrets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.AccessRules;
import dev.sluice.local.aws.account.LocalAws;
import java.util.List;

/**
 * What Secrets Manager's operations need.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html">AWS</a>
 */
final class SecretsAccess implements AccessRules<ObjectNode> {
  private final SecretStore store;

  SecretsAccess(SecretStore store) {
    this.store = store;
  }

  @Override
  public List<Access> of(String operation, ObjectNode input) {
    String action = "secretsmanager:" + operation;
    return List.of(
        Access.to(
            action,
            operation.equals("ListSecrets") ? "*" : arn(input.path("SecretId").asText(""))));
  }

  private String arn(String id) {
    ObjectNode secret = store.find(id);
    if (secret != null) {
      return secret.path("ARN").asText();
    }
    return id.startsWith("arn:") ? id : LocalAws.arn("secretsmanager", "secret:" + id);
  }
}
