package dev.sluice.local.aws.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which resources are encrypted with a customer's key, and what their use needs of the key.
 * Thread-safe.
 */
public final class Encryption {
  /** Where a type's properties name its key. */
  private static final Map<String, String> KEY_PROPERTY =
      Map.of(
          "AWS::S3::Bucket",
          "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/KMSMasterKeyID",
          "AWS::DynamoDB::Table",
          "/SSESpecification/KMSMasterKeyId",
          "AWS::SNS::Topic",
          "/KmsMasterKeyId",
          "AWS::SQS::Queue",
          "/KmsMasterKeyId",
          "AWS::SecretsManager::Secret",
          "/KmsKeyId",
          "AWS::Lambda::Function",
          "/KmsKeyArn",
          "AWS::Logs::LogGroup",
          "/KmsKeyId");

  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final KeyIds ids = new KeyIds();

  /** Remembers the key of a deployed resource, if it has one. */
  public void deployed(Resource resource, Deployed deployed) {
    String property = KEY_PROPERTY.get(resource.type());
    JsonNode key = property == null ? null : resource.properties().at(property);
    if (key != null && key.isTextual()) {
      keys.put(arn(deployed), key.asText());
    }
  }

  /** Gives a key another name, which resources that were deployed before may use as well. */
  void alias(String alias, String keyId) {
    ids.alias(alias, keyId);
  }

  private static String arn(Deployed deployed) {
    JsonNode arn = deployed.attributes().get("Arn");
    return arn == null ? deployed.ref() : arn.asText().replaceFirst(":\\*$", "");
  }

  /** The ARN of the key of the resource that an ARN speaks of: of an object its bucket's. */
  public Optional<String> keyOf(String resourceArn) {
    return Optional.ofNullable(keys.get(encrypted(resourceArn))).flatMap(ids::arn);
  }

  private static String encrypted(String arn) {
    int index = arn.contains(":dynamodb:") ? arn.indexOf("/index/") : -1;
    return index < 0 ? LocalAws.bucketOf(arn) : arn.substring(0, index);
  }

  /**
   * What an action needs of its resource's key, on behalf of the same caller.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html">S3</a>
   * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/services-dynamodb.html">
   *     DynamoDB</a>
   * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html">SNS</a>
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html">SQS</a>
   * @see <a
   *     href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html">Secrets
   *     Manager</a>
   */
  List<Access> keyUse(Access access) {
    Optional<String> key = keyOf(access.resource());
    if (key.isEmpty()) {
      return List.of();
    }
    List<Access> uses = new ArrayList<>();
    for (String action : needed(access)) {
      uses.add(use(action, key.get(), access.service()));
    }
    return uses;
  }

  /** What reading back what was encrypted before needs, for a resource that is written in parts. */
  public List<Access> readBack(String resourceArn) {
    return keyOf(resourceArn).map(key -> List.of(use("kms:Decrypt", key, "s3"))).orElse(List.of());
  }

  private static Access use(String action, String key, String service) {
    return Access.to(action, key)
        .when("kms:ViaService", service + "." + LocalAws.REGION + ".amazonaws.com")
        .when("kms:CallerAccount", LocalAws.ACCOUNT);
  }

  private static List<String> needed(Access access) {
    String action = access.action().substring(access.action().indexOf(':') + 1);
    return switch (access.service()) {
      case "s3" ->
          switch (action) {
            case "GetObject", "GetObjectVersion" -> List.of("kms:Decrypt");
            case "PutObject" -> List.of("kms:GenerateDataKey");
            default -> List.of();
          };
      case "dynamodb" ->
          switch (action) {
            case "DescribeTable", "ListTables" -> List.of();
            default -> List.of("kms:Decrypt");
          };
      case "sns" ->
          action.equals("Publish") ? List.of("kms:GenerateDataKey", "kms:Decrypt") : List.of();
      case "sqs" ->
          switch (action) {
            case "sendmessage" -> List.of("kms:GenerateDataKey", "kms:Decrypt");
            case "receivemessage" -> List.of("kms:Decrypt");
            default -> List.of();
          };
      case "secretsmanager" ->
          switch (action) {
            case "GetSecretValue" -> List.of("kms:Decrypt");
            case "PutSecretValue" -> List.of("kms:GenerateDataKey", "kms:Decrypt");
            default -> List.of();
          };
      default -> List.of();
    };
  }
}
