package dev.sluice.construct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.glue.CfnSecurityConfiguration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/** What all Glue jobs of a pipeline share: script, jar, encryption. */
final class GlueCode extends Construct {
  private final Platform platform;
  private final Asset script;
  private final Asset jar;
  private final CfnSecurityConfiguration security;

  private GlueCode(Platform platform) {
    super(platform.scope(), "GlueCode");
    this.platform = platform;
    script = Asset.Builder.create(this, "Script").path(platform.assets().glueScript()).build();
    jar = Asset.Builder.create(this, "Jar").path(platform.assets().glueJar()).build();
    String key = platform.stores().key().getKeyArn();
    security =
        CfnSecurityConfiguration.Builder.create(this, "Security")
            .name(platform.machineName())
            .encryptionConfiguration(
                CfnSecurityConfiguration.EncryptionConfigurationProperty.builder()
                    .s3Encryptions(
                        List.of(
                            CfnSecurityConfiguration.S3EncryptionProperty.builder()
                                .s3EncryptionMode("SSE-KMS")
                                .kmsKeyArn(key)
                                .build()))
                    .cloudWatchEncryption(
                        CfnSecurityConfiguration.CloudWatchEncryptionProperty.builder()
                            .cloudWatchEncryptionMode("SSE-KMS")
                            .kmsKeyArn(key)
                            .build())
                    .jobBookmarksEncryption(
                        CfnSecurityConfiguration.JobBookmarksEncryptionProperty.builder()
                            .jobBookmarksEncryptionMode("CSE-KMS")
                            .kmsKeyArn(key)
                            .build())
                    .build())
            .build();
  }

  static GlueCode of(Platform platform) {
    return platform.shared("glue code", GlueCode.class, () -> new GlueCode(platform));
  }

  String scriptUrl() {
    return script.getS3ObjectUrl();
  }

  String jarUrl() {
    return jar.getS3ObjectUrl();
  }

  String securityConfiguration() {
    return security.getName();
  }

  /** What every job must be allowed: its code, and what crawlers need too. */
  List<PolicyStatement> permissions() {
    List<PolicyStatement> all = new ArrayList<>(runtimePermissions());
    all.add(Grants.readAsset(script));
    all.add(Grants.readAsset(jar));
    return all;
  }

  /** What Glue does in the name of a job or crawler: logs, metrics, encryption. */
  List<PolicyStatement> runtimePermissions() {
    return List.of(
        // With encrypted logs, Glue associates the key with the log group itself.
        Grants.statement(
            List.of(
                "logs:CreateLogGroup",
                "logs:CreateLogStream",
                "logs:PutLogEvents",
                "logs:AssociateKmsKey"),
            platform.arn("logs", "log-group:/aws-glue/*")),
        PolicyStatement.Builder.create()
            .actions(List.of("cloudwatch:PutMetricData"))
            .resources(List.of("*"))
            .conditions(Map.of("StringEquals", Map.of("cloudwatch:namespace", "Glue")))
            .build(),
        Grants.statement(List.of("glue:GetSecurityConfiguration"), "*"),
        platform.grants().decrypt());
  }
}
