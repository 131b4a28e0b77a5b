package dev.sluice.local.aws.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.iam.managed.ManagedPolicies;
import dev.sluice.local.iam.policy.PolicyKind;
import dev.sluice.local.iam.request.Principal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Reads roles, keys and policies of templates into {@link Permissions}. */
public final class PolicyHandlers {
  private final Permissions permissions;
  private final Map<String, JsonNode> managed = new TreeMap<>();

  /** For these permissions. */
  public PolicyHandlers(Permissions permissions) {
    this.permissions = permissions;
  }

  /** One a type. */
  public List<ResourceHandler> all() {
    return List.of(
        handler("AWS::IAM::Role", this::role),
        handler("AWS::IAM::Policy", this::policy),
        handler("AWS::IAM::RolePolicy", this::rolePolicy),
        handler("AWS::IAM::ManagedPolicy", this::managedPolicy),
        handler("AWS::KMS::Key", this::key),
        handler(
            "AWS::KMS::Alias",
            (r, d) -> permissions.encryption().alias(d.ref(), r.required("TargetKeyId"))),
        handler("AWS::Logs::LogGroup", this::logGroup),
        handler("AWS::S3::BucketPolicy", (r, d) -> resourcePolicy(r, bucketArn(r))),
        handler("AWS::SNS::TopicPolicy", (r, d) -> each(r, "Topics", arn -> arn)),
        handler(
            "AWS::SQS::QueuePolicy",
            (r, d) -> each(r, "Queues", url -> LocalAws.arn("sqs", LocalAws.nameOf(url)))),
        handler("AWS::Lambda::Permission", this::functionPolicy),
        handler(
            "AWS::SecretsManager::ResourcePolicy",
            (r, d) ->
                permissions.resourcePolicy(
                    r.required("SecretId"),
                    PolicyKind.RESOURCE,
                    r.properties().path("ResourcePolicy"))));
  }

  private static ResourceHandler handler(String type, BiConsumer<Resource, Deployed> read) {
    return new ResourceHandler() {
      @Override
      public String type() {
        return type;
      }

      @Override
      public Deployed deploy(Resource resource) {
        Deployed deployed = resource.named();
        read.accept(resource, deployed);
        return deployed;
      }
    };
  }

  private void role(Resource resource, Deployed deployed) {
    String name = deployed.ref();
    permissions.role(
        name,
        deployed.attributes().get("Arn").asText(),
        resource.properties().path("AssumeRolePolicyDocument"));
    for (JsonNode inline : resource.properties().path("Policies")) {
      permissions.attach(name, inline.path("PolicyName").asText(), inline.path("PolicyDocument"));
    }
    for (JsonNode arn : resource.properties().path("ManagedPolicyArns")) {
      attachManaged(name, arn.asText());
    }
  }

  private void attachManaged(String role, String arn) {
    if (ManagedPolicies.isManagedByAws(arn)) {
      permissions.attachManaged(role, arn);
    } else if (managed.containsKey(arn)) {
      permissions.attach(role, LocalAws.nameOf(arn), managed.get(arn));
    } else {
      throw new IllegalArgumentException(
          "ManagedPolicyArns names "
              + arn
              + ", which no stack deployed before; there are "
              + managed.keySet());
    }
  }

  private void policy(Resource resource, Deployed deployed) {
    for (JsonNode role : resource.properties().path("Roles")) {
      permissions.attach(
          role.asText(),
          resource.required("PolicyName"),
          resource.properties().path("PolicyDocument"));
    }
  }

  private void rolePolicy(Resource resource, Deployed deployed) {
    permissions.attach(
        resource.required("RoleName"),
        resource.required("PolicyName"),
        resource.properties().path("PolicyDocument"));
  }

  private void managedPolicy(Resource resource, Deployed deployed) {
    JsonNode document = resource.properties().path("PolicyDocument");
    managed.put(deployed.ref(), document);
    for (JsonNode role : resource.properties().path("Roles")) {
      permissions.attach(role.asText(), LocalAws.nameOf(deployed.ref()), document);
    }
  }

  private void key(Resource resource, Deployed deployed) {
    permissions.resourcePolicy(
        deployed.attributes().get("Arn").asText(),
        PolicyKind.KMS_KEY,
        resource.properties().path("KeyPolicy"));
  }

  /**
   * Logs are encrypted by the logs service itself, as far as the key's policy lets it.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html">AWS</a>
   */
  private void logGroup(Resource resource, Deployed deployed) {
    String key = resource.text("KmsKeyId");
    if (key == null) {
      return;
    }
    String arn = LocalAws.arn("logs", "log-group:" + deployed.ref());
    Principal logs = Principal.service("logs." + LocalAws.REGION + ".amazonaws.com");
    List<Access> needed =
        Stream.of("Encrypt", "Decrypt", "GenerateDataKey", "ReEncryptTo", "DescribeKey")
            .map(
                action ->
                    Access.to("kms:" + action, key)
                        .when("kms:EncryptionContext:aws:logs:arn", arn)
                        .when("aws:SourceArn", arn)
                        .when("aws:SourceAccount", LocalAws.ACCOUNT))
            .toList();
    try {
      permissions.require(logs, needed);
    } catch (AccessDenied e) {
      throw new IllegalArgumentException(
          "The specified KMS key does not exist or is not allowed to be used with Arn '"
              + arn
              + "' ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  private static String bucketArn(Resource resource) {
    return LocalAws.bucketArn(resource.required("Bucket"));
  }

  private void resourcePolicy(Resource resource, String arn) {
    permissions.resourcePolicy(
        arn, PolicyKind.RESOURCE, resource.properties().path("PolicyDocument"));
  }

  private void each(
      Resource resource, String property, java.util.function.UnaryOperator<String> arn) {
    for (JsonNode one : resource.properties().path(property)) {
      resourcePolicy(resource, arn.apply(one.asText()));
    }
  }

  /**
   * A permission is a statement of its function's policy.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html">AWS</a>
   */
  private void functionPolicy(Resource resource, Deployed deployed) {
    String function = resource.required("FunctionName");
    String arn =
        function.startsWith("arn:") ? function : LocalAws.arn("lambda", "function:" + function);
    ObjectNode statement = Json.object().put("Effect", "Allow");
    statement.put("Action", resource.required("Action")).put("Resource", arn);
    String principal = resource.required("Principal");
    if (principal.equals("*")) {
      statement.put("Principal", "*");
    } else {
      boolean service = principal.endsWith(".amazonaws.com");
      statement.putObject("Principal").put(service ? "Service" : "AWS", principal);
    }
    ObjectNode condition = Json.object();
    condition(condition, "ArnLike", "aws:SourceArn", resource.text("SourceArn"));
    condition(condition, "StringEquals", "aws:SourceAccount", resource.text("SourceAccount"));
    condition(
        condition,
        "StringEquals",
        "lambda:FunctionUrlAuthType",
        resource.text("FunctionUrlAuthType"));
    condition(
        condition, "Bool", "lambda:InvokedViaFunctionUrl", resource.text("InvokedViaFunctionUrl"));
    if (!condition.isEmpty()) {
      statement.set("Condition", condition);
    }
    ObjectNode document = Json.object().put("Version", "2012-10-17");
    document.putArray("Statement").add(statement);
    permissions.resourcePolicy(arn, PolicyKind.RESOURCE, document);
  }

  private static void condition(ObjectNode all, String operator, String key, String value) {
    if (value != null) {
      ObjectNode keys =
          all.get(operator) instanceof ObjectNode known ? known : all.putObject(operator);
      keys.put(key, value);
    }
  }
}
