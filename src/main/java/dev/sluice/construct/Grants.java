package dev.sluice.construct;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.amazon.awscdk.services.sns.ITopic;

/**
 * Permissions named by intent, each with the actions that it needs and no more. (The CDK's own
 * grants add wildcards to actions.)
 */
public final class Grants {
  private final IKey key;

  /** Permissions on what that key encrypts. */
  public Grants(IKey key) {
    this.key = key;
  }

  /** Allows some actions on some resources. */
  public static PolicyStatement statement(List<String> actions, String... resources) {
    return PolicyStatement.Builder.create()
        .effect(Effect.ALLOW)
        .actions(actions)
        .resources(List.of(resources))
        .build();
  }

  /** Reads objects whose key matches. */
  public List<PolicyStatement> read(IBucket bucket, String... keys) {
    return List.of(statement(List.of("s3:GetObject"), arns(bucket, keys)), decrypt());
  }

  /**
   * Reads what lies in a folder by S3A, which asks first whether a file has the folder's name.
   *
   * @param folder with a slash at its end
   */
  public List<PolicyStatement> readFolder(IBucket bucket, String folder) {
    return read(bucket, folder.substring(0, folder.length() - 1), folder + "*");
  }

  /** Reads given versions of objects whose key matches, not what is newest. */
  public List<PolicyStatement> readVersions(IBucket bucket, String... keys) {
    return List.of(statement(List.of("s3:GetObjectVersion"), arns(bucket, keys)), decrypt());
  }

  private static String[] arns(IBucket bucket, String... keys) {
    return Stream.of(keys).map(bucket::arnForObjects).toArray(String[]::new);
  }

  /** Reads a file that was uploaded with the deployment. */
  public static PolicyStatement readAsset(Asset asset) {
    return statement(
        List.of("s3:GetObject"), asset.getBucket().arnForObjects(asset.getS3ObjectKey()));
  }

  /** Lists a bucket: also what turns "access denied" into "no such key" when one is missing. */
  public PolicyStatement list(IBucket bucket) {
    return statement(List.of("s3:ListBucket"), bucket.getBucketArn());
  }

  /** Writes objects whose key matches, each in one piece. */
  public List<PolicyStatement> write(IBucket bucket, String... keys) {
    return List.of(
        statement(List.of("s3:PutObject"), arns(bucket, keys)),
        statement(List.of("kms:GenerateDataKey"), key.getKeyArn()));
  }

  /**
   * Writes objects whose key matches, in parts where they are large, which reads back what was
   * encrypted.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuAndPermissions.html">
   *     multipart upload and permissions</a>
   */
  public List<PolicyStatement> writeInParts(IBucket bucket, String... keys) {
    return List.of(
        statement(List.of("s3:PutObject", "s3:AbortMultipartUpload"), arns(bucket, keys)),
        statement(List.of("kms:Decrypt", "kms:GenerateDataKey"), key.getKeyArn()));
  }

  /** Deletes objects whose key matches; their versions stay for a while. */
  public PolicyStatement delete(IBucket bucket, String... keys) {
    return statement(List.of("s3:DeleteObject"), arns(bucket, keys));
  }

  /** Deletes exactly the versions that were dealt with. */
  public PolicyStatement deleteVersions(IBucket bucket, String keys) {
    return statement(List.of("s3:DeleteObjectVersion"), bucket.arnForObjects(keys));
  }

  /**
   * Works with a table.
   *
   * @param operations of DynamoDB, e.g. {@code UpdateItem}
   */
  public List<PolicyStatement> items(ITable table, String... operations) {
    List<String> actions = Stream.of(operations).map(each -> "dynamodb:" + each).toList();
    return List.of(statement(actions, table.getTableArn()), decrypt());
  }

  /** Asks an index of a table. */
  public List<PolicyStatement> queryIndex(ITable table, String index) {
    return List.of(
        statement(List.of("dynamodb:Query"), table.getTableArn() + "/index/" + index), decrypt());
  }

  /** Mails people. */
  public List<PolicyStatement> publish(ITopic topic) {
    return List.of(
        statement(List.of("sns:Publish"), topic.getTopicArn()),
        statement(List.of("kms:Decrypt", "kms:GenerateDataKey"), key.getKeyArn()));
  }

  /** Uses the key for reading. */
  public PolicyStatement decrypt() {
    return statement(List.of("kms:Decrypt"), key.getKeyArn());
  }
}
