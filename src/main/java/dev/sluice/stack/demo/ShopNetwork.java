package dev.sluice.stack.demo;

import dev.sluice.construct.Nag;
import java.util.List;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/**
 * The network of the demonstration database. One NAT gateway: Glue and the seeding function also
 * call Secrets Manager, logs and KMS, and an interface endpoint for each of those costs more.
 */
public final class ShopNetwork extends Construct {
  private final Vpc vpc;
  private final SecurityGroup clients;

  /** The network. */
  public ShopNetwork(Construct scope) {
    super(scope, "Network");
    vpc =
        Vpc.Builder.create(this, "Vpc")
            .maxAzs(2)
            .natGateways(1)
            .subnetConfiguration(
                List.of(
                    subnets("public", SubnetType.PUBLIC),
                    subnets("private", SubnetType.PRIVATE_WITH_EGRESS)))
            .build();
    endpoint("S3", GatewayVpcEndpointAwsService.S3);
    endpoint("DynamoDb", GatewayVpcEndpointAwsService.DYNAMODB);
    clients =
        SecurityGroup.Builder.create(this, "Clients")
            .vpc(vpc)
            .description("Glue and the seeding function")
            .allowAllOutbound(true)
            .build();
    // Glue's workers talk to each other, and Glue refuses a connection without this.
    clients.addIngressRule(clients, Port.allTcp(), "Workers of the same job");
    Nag.accept(vpc, "AwsSolutions-VPC7", "A demonstration: flow logs would cost more than it.");
  }

  private void endpoint(String id, GatewayVpcEndpointAwsService service) {
    vpc.addGatewayEndpoint(id, GatewayVpcEndpointOptions.builder().service(service).build());
  }

  private static SubnetConfiguration subnets(String name, SubnetType type) {
    return SubnetConfiguration.builder().name(name).subnetType(type).cidrMask(24).build();
  }

  /** The network itself. */
  public Vpc vpc() {
    return vpc;
  }

  /** Who may call the database. */
  public SecurityGroup clients() {
    return clients;
  }

  /** The subnet in which Glue places its workers. */
  public ISubnet glueSubnet() {
    return vpc.getPrivateSubnets().get(0);
  }
}
