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
  public List<PolicyStatement> read(IBucket bucket, String keys) {
    return List.of(
        statement(List.of("s3:GetObject", "s3:GetObjectVersion"), bucket.arnForObjects(keys)),
        decrypt());
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

  /** Writes objects whose key matches, in parts where they are large. */
  public List<PolicyStatement> write(IBucket bucket, String keys) {
    return List.of(
        statement(
            List.of("s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"),
            bucket.arnForObjects(keys)),
        encrypt());
  }

  /** Copies objects that carry tags: S3 refuses the whole copy otherwise. */
  public List<PolicyStatement> copyTags(IBucket from, IBucket... to) {
    return List.of(
        statement(
            List.of("s3:GetObjectTagging", "s3:GetObjectVersionTagging"), from.arnForObjects("*")),
        statement(
            List.of("s3:PutObjectTagging"),
            Stream.of(to).map(bucket -> bucket.arnForObjects("*")).toArray(String[]::new)));
  }

  /** Deletes objects whose key matches; their versions stay for a while. */
  public PolicyStatement delete(IBucket bucket, String keys) {
    return statement(List.of("s3:DeleteObject"), bucket.arnForObjects(keys));
  }

  /** Deletes exactly the versions that were dealt with. */
  public PolicyStatement deleteVersions(IBucket bucket, String keys) {
    return statement(List.of("s3:DeleteObjectVersion"), bucket.arnForObjects(keys));
  }

  /** Reads a table and its indexes. */
  public List<PolicyStatement> readTable(ITable table) {
    return List.of(
        statement(
            List.of("dynamodb:GetItem", "dynamodb:Query"),
            table.getTableArn(),
            table.getTableArn() + "/index/*"),
        decrypt());
  }

  /** Reads a table, and writes single items on condition. */
  public List<PolicyStatement> writeTable(ITable table) {
    return List.of(
        statement(
            List.of(
                "dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem"),
            table.getTableArn()),
        encrypt());
  }

  /** Takes single items out of a table. */
  public PolicyStatement deleteItems(ITable table) {
    return statement(List.of("dynamodb:DeleteItem"), table.getTableArn());
  }

  /** Fills a table, and takes out what an earlier filling left over. */
  public List<PolicyStatement> fill(ITable table) {
    return List.of(
        statement(List.of("dynamodb:PutItem", "dynamodb:DeleteItem"), table.getTableArn()),
        encrypt());
  }

  /** Mails people. */
  public List<PolicyStatement> publish(ITopic topic) {
    return List.of(statement(List.of("sns:Publish"), topic.getTopicArn()), encrypt());
  }

  /** Uses the key for reading. */
  public PolicyStatement decrypt() {
    return statement(List.of("kms:Decrypt"), key.getKeyArn());
  }

  /** Uses the key for reading and writing. */
  public PolicyStatement encrypt() {
    return statement(List.of("kms:Decrypt", "kms:GenerateDataKey"), key.getKeyArn());
  }
}
