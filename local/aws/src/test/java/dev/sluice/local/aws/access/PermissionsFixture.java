package dev.sluice.local.aws.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.iam.request.Principal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Permissions with the resources that a test deploys, without services. In properties and
 * statements, single quotes stand for double ones.
 */
public final class PermissionsFixture implements AutoCloseable {
  /** The file of the ledger. */
  public final Path file;

  public final Permissions permissions;

  private final Ledger ledger;
  private final PolicyHandlers handlers;

  /** With a ledger in that directory. */
  public PermissionsFixture(Path directory) {
    file = directory.resolve("permissions.json");
    ledger = new Ledger(file);
    permissions = new Permissions(ledger);
    handlers = new PolicyHandlers(permissions);
  }

  /** Deploys a resource of a template. */
  public Deployed deploy(String type, String properties) {
    Resource resource = resource(type, properties);
    return handlers.all().stream()
        .filter(handler -> handler.type().equals(type))
        .findFirst()
        .map(
            handler -> {
              try {
                return handler.deploy(resource);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            })
        .orElseThrow();
  }

  static Resource resource(String type, String properties) {
    ObjectNode read = (ObjectNode) Json.parse(properties.replace('\'', '"'));
    return new Resource("stack", "Thing", type, read, Map.of(), true, null, null);
  }

  /**
   * A role that functions may assume, with a policy of these statements, without the brackets
   * around them.
   *
   * @return its ARN
   */
  public String role(String name, String statements) {
    String policy =
        "{'PolicyName': 'inline', 'PolicyDocument': {'Version': '2012-10-17', 'Statement': ["
            + statements
            + "]}}";
    return roleWith(name, "'Policies': [" + policy + "]");
  }

  /** A role that functions may assume, with these further properties. */
  public String roleWith(String name, String properties) {
    return deploy(
            "AWS::IAM::Role",
            "{'RoleName': '"
                + name
                + "', 'AssumeRolePolicyDocument': {'Version': '2012-10-17', 'Statement': [{'Effect':"
                + " 'Allow', 'Principal': {'Service': 'lambda.amazonaws.com'}, 'Action':"
                + " 'sts:AssumeRole'}]}, "
                + properties
                + "}")
        .attributes()
        .get("Arn")
        .asText();
  }

  /** {@code {'Effect': 'Allow', …}} of one action on one resource. */
  public static String allow(String action, String resource) {
    return "{'Effect': 'Allow', 'Action': '" + action + "', 'Resource': '" + resource + "'}";
  }

  /** What signs the calls of a role. */
  public Credentials credentials(String roleName) {
    return permissions.credentials(permissions.roleArn(roleName).orElseThrow(), "test");
  }

  /** The message with which a role is refused, empty where it is not. */
  public Optional<String> refusal(String roleName, Access... needed) {
    return refusal(Callers.session(permissions.roleArn(roleName).orElseThrow(), "test"), needed);
  }

  /** The message with which a principal is refused, empty where it is not. */
  public Optional<String> refusal(Principal principal, Access... needed) {
    try {
      permissions.require(principal, List.of(needed));
      return Optional.empty();
    } catch (AccessDenied refused) {
      return Optional.of(refused.getMessage());
    }
  }

  /** Has the ledger forget the roles of all other names. */
  void forgetAllBut(String... roles) {
    ledger.retain(Set.of(roles));
  }

  /** Writes the ledger and ends it. */
  @Override
  public void close() {
    ledger.close();
  }
}
