package dev.sluice.stack.demo;

import dev.sluice.construct.Nag;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.InstanceClass;
import software.amazon.awscdk.services.ec2.InstanceSize;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseInstanceEngine;
import software.amazon.awscdk.services.rds.DatabaseSecret;
import software.amazon.awscdk.services.rds.PostgresEngineVersion;
import software.amazon.awscdk.services.rds.PostgresInstanceEngineProps;
import software.amazon.awscdk.services.rds.StorageType;
import software.constructs.Construct;

/** The demonstration database: small, encrypted, reachable from its own network only. */
public final class ShopDatabase extends Construct {
  /** The database's name. */
  public static final String NAME = "shop";

  private final DatabaseInstance instance;
  private final DatabaseSecret secret;

  /** The database in that network. */
  public ShopDatabase(Construct scope, ShopNetwork network, IKey key) {
    super(scope, "Database");
    secret =
        DatabaseSecret.Builder.create(this, "Credentials")
            .username(NAME)
            .encryptionKey(key)
            .build();
    instance =
        DatabaseInstance.Builder.create(this, "Instance")
            .engine(
                DatabaseInstanceEngine.postgres(
                    PostgresInstanceEngineProps.builder()
                        .version(PostgresEngineVersion.VER_17)
                        .build()))
            .instanceType(InstanceType.of(InstanceClass.BURSTABLE4_GRAVITON, InstanceSize.MICRO))
            .databaseName(NAME)
            .credentials(Credentials.fromSecret(secret))
            .vpc(network.vpc())
            .vpcSubnets(
                SubnetSelection.builder().subnetType(SubnetType.PRIVATE_WITH_EGRESS).build())
            .allocatedStorage(20)
            .storageType(StorageType.GP3)
            .storageEncrypted(true)
            .storageEncryptionKey(key)
            .iamAuthentication(true)
            .backupRetention(Duration.days(1))
            .autoMinorVersionUpgrade(true)
            .deletionProtection(false)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    instance.getConnections().allowDefaultPortFrom(network.clients(), "Glue, seeding");
    accept("AwsSolutions-RDS3", "made from a seed: a second zone would protect nothing");
    accept("AwsSolutions-RDS10", "made from a seed: deleting it must be easy");
    accept("AwsSolutions-RDS11", "reachable from its own security group only, whatever the port");
    accept("AwsSolutions-SMG4", "made from a seed, and Glue's connection reads the secret anew");
  }

  private void accept(String rule, String reason) {
    Nag.accept(this, rule, "A demonstration database: " + reason + ".");
  }

  /** Its address. */
  public String jdbcUrl() {
    return "jdbc:postgresql://%s:%s/%s"
        .formatted(
            instance.getDbInstanceEndpointAddress(), instance.getDbInstanceEndpointPort(), NAME);
  }

  /** The secret with user and password. */
  public String secretArn() {
    return secret.getSecretArn();
  }
}
