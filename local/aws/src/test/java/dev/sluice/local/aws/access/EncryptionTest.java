package dev.sluice.local.aws.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.aws.template.Deployed;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncryptionTest {
  private static final String AWS = ":us-east-1:000000000000:";
  private static final String KEY = "arn:aws:kms" + AWS + "key/1";

  private final Encryption encryption = new Encryption();

  @BeforeEach
  void deploy() {
    String bucket =
        "{'BucketEncryption': {'ServerSideEncryptionConfiguration':"
            + " [{'ServerSideEncryptionByDefault': {'KMSMasterKeyID': '%s'}}]}}";
    deploy("AWS::S3::Bucket", bucket.formatted(KEY), named("lake", "arn:aws:s3:::lake"));
    deploy("AWS::S3::Bucket", "{}", named("plain", "arn:aws:s3:::plain"));
    deploy(
        "AWS::DynamoDB::Table",
        "{'SSESpecification': {'KMSMasterKeyId': '1'}}",
        named("audit", "arn:aws:dynamodb" + AWS + "table/audit"));
    deploy(
        "AWS::SNS::Topic",
        "{'KmsMasterKeyId': '" + KEY + "'}",
        Deployed.ref("arn:aws:sns" + AWS + "alerts"));
    deploy(
        "AWS::SQS::Queue", "{'KmsMasterKeyId': '1'}", named("url", "arn:aws:sqs" + AWS + "dead"));
    deploy(
        "AWS::SecretsManager::Secret",
        "{'KmsKeyId': '" + KEY + "'}",
        Deployed.ref("arn:aws:secretsmanager" + AWS + "secret:shop-a1b2c3"));
    deploy(
        "AWS::Logs::LogGroup",
        "{'KmsKeyId': '" + KEY + "'}",
        named("group", "arn:aws:logs" + AWS + "log-group:group:*"));
  }

  private static Deployed named(String ref, String arn) {
    return Deployed.ref(ref).with("Arn", arn);
  }

  private void deploy(String type, String properties, Deployed deployed) {
    encryption.deployed(PermissionsFixture.resource(type, properties), deployed);
  }

  @ParameterizedTest
  @CsvSource({
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
    "s3:GetObject, arn:aws:s3:::lake/raw/a, Decrypt, s3",
    "s3:GetObjectVersion, arn:aws:s3:::lake/raw/a, Decrypt, s3",
    "s3:PutObject, arn:aws:s3:::lake/raw/a, GenerateDataKey, s3",
    // https://docs.aws.amazon.com/kms/latest/developerguide/services-dynamodb.html
    "dynamodb:GetItem, arn:aws:dynamodb:us-east-1:000000000000:table/audit, Decrypt, dynamodb",
    "dynamodb:PutItem, arn:aws:dynamodb:us-east-1:000000000000:table/audit, Decrypt, dynamodb",
    "dynamodb:Query, arn:aws:dynamodb:us-east-1:000000000000:table/audit/index/i, Decrypt, dynamodb",
    // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
    "SNS:Publish, arn:aws:sns:us-east-1:000000000000:alerts, GenerateDataKey Decrypt, sns",
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
    "sqs:sendmessage, arn:aws:sqs:us-east-1:000000000000:dead, GenerateDataKey Decrypt, sqs",
    "sqs:receivemessage, arn:aws:sqs:us-east-1:000000000000:dead, Decrypt, sqs",
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
    "secretsmanager:GetSecretValue,"
        + " arn:aws:secretsmanager:us-east-1:000000000000:secret:shop-a1b2c3, Decrypt,"
        + " secretsmanager",
    "secretsmanager:PutSecretValue,"
        + " arn:aws:secretsmanager:us-east-1:000000000000:secret:shop-a1b2c3,"
        + " GenerateDataKey Decrypt, secretsmanager",
  })
  void shouldNeedTheKeyOfWhatIsEncrypted(
      String action, String resource, String uses, String service) {
    String[] expected =
        List.of(uses.split(" ")).stream()
            .map(
                use ->
                    "kms:"
                        + use
                        + " kms:::key/1 {kms:CallerAccount=[000000000000], kms:ViaService=["
                        + service
                        + ".us-east-1.amazonaws.com]}")
            .toArray(String[]::new);
    assertThat(Described.of(encryption.keyUse(Access.to(action, resource))))
        .containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, arn:aws:s3:::plain/a",
    "s3:GetObject, arn:aws:s3:::lake2/a",
    "s3:ListBucket, arn:aws:s3:::lake",
    "s3:DeleteObject, arn:aws:s3:::lake/a",
    "s3:AbortMultipartUpload, arn:aws:s3:::lake/a",
    "dynamodb:DescribeTable, arn:aws:dynamodb:us-east-1:000000000000:table/audit",
    "dynamodb:GetItem, arn:aws:dynamodb:us-east-1:000000000000:table/other",
    "SNS:Subscribe, arn:aws:sns:us-east-1:000000000000:alerts",
    "sqs:getqueueattributes, arn:aws:sqs:us-east-1:000000000000:dead",
    "secretsmanager:DescribeSecret,"
        + " arn:aws:secretsmanager:us-east-1:000000000000:secret:shop-a1b2c3",
    "lambda:InvokeFunction, arn:aws:lambda:us-east-1:000000000000:function:f",
  })
  void shouldNeedNoKeyForTheRest(String action, String resource) {
    assertThat(encryption.keyUse(Access.to(action, resource))).isEmpty();
  }

  /**
   * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html">AWS,
   *     aliases</a>
   */
  @ParameterizedTest
  @CsvSource({
    "alias/lake",
    "arn:aws:kms:us-east-1:000000000000:alias/lake",
    "1",
    "arn:aws:kms:us-east-1:000000000000:key/1",
  })
  void shouldFindTheKeyByEveryNameThatItHas(String id) {
    deploy(
        "AWS::SQS::Queue",
        "{'KmsMasterKeyId': '" + id + "'}",
        named("q", "arn:aws:sqs" + AWS + "q"));
    encryption.alias("alias/lake", "1");
    assertThat(encryption.keyOf("arn:aws:sqs" + AWS + "q")).contains(KEY);
    encryption.alias("alias/lake", KEY);
    assertThat(encryption.keyOf("arn:aws:sqs" + AWS + "q")).contains(KEY);
  }

  @Test
  void shouldNeedNoRightToAKeyOfAws() {
    deploy(
        "AWS::SNS::Topic",
        "{'KmsMasterKeyId': 'alias/aws/sns'}",
        Deployed.ref("arn:aws:sns" + AWS + "own"));
    assertThat(encryption.keyUse(Access.to("SNS:Publish", "arn:aws:sns" + AWS + "own"))).isEmpty();
  }

  @Test
  void shouldReadBackThePartsOfAnUploadToAnEncryptedBucket() {
    assertThat(Described.of(encryption.readBack("arn:aws:s3:::lake")))
        .singleElement()
        .asString()
        .startsWith("kms:Decrypt kms:::key/1 ");
    assertThat(encryption.readBack("arn:aws:s3:::plain")).isEmpty();
  }

  @Test
  void shouldKnowTheKeyOfALogGroup() {
    assertThat(encryption.keyOf("arn:aws:logs" + AWS + "log-group:group")).contains(KEY);
  }
}
